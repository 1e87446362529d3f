"""Visits: at least two people go, what is given stays within the standards, what is promised becomes a follow-up."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_numbers
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.care.flow.visits import PENDING, TASK_FLOW, VISIT_FLOW, VisitState
from unionhall.care.kinds.words import TOLD, Level, Occasion, Relation, Source
from unionhall.care.models import LifeEvent, Visit, Visitor, VisitTask
from unionhall.care.permissions import is_own
from unionhall.care.rules.visits import day_problem, goods_problem, left_problem, visitors_problem
from unionhall.care.selectors.caps import Past, Wish, clauses
from unionhall.care.selectors.retirees import is_retired
from unionhall.care.selectors.same import given_without_event, told_lately
from unionhall.care.selectors.visitors import sides
from unionhall.care.services import checks, claims, paying, signing
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook
from unionhall.search.services import reindex


@dataclass(frozen=True)
class Given:
    """What was brought: cash and value of goods apart, and out of whose money; empty for a visit with empty hands."""

    cash: Decimal = Decimal(0)
    goods: Decimal = Decimal(0)
    goods_text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Heard:
    """What was learned and asked on a visit, and whether a picture may be kept."""

    learned: str = ""
    asked: str = ""
    photo_consent: bool = False


@dataclass(frozen=True)
class Call:
    """One visit as it is written down: to whom, why, when, and what it rests on."""

    person: Person
    occasion: str
    visited_on: date
    task: VisitTask | None = None
    event: LifeEvent | None = None
    festival: str = ""
    relation: str = Relation.SELF
    place: str = ""
    given: Given = field(default_factory=Given)
    heard: Heard = field(default_factory=Heard)

    @property
    def pays(self) -> bool:
        """Whether anything was brought."""
        return bool(self.given.cash or self.given.goods)

    @property
    def wish(self) -> Wish:
        """What it gives, as the standards judge it: on the day of the event where there is one."""
        known = self.event or self.task
        return Wish(
            person=self.person,
            occasion=self.occasion,
            on=known.happened_on if known else self.visited_on,
            source=self.given.source,
            cash=self.given.cash,
            goods=self.given.goods,
            festival=self.festival,
            relation=self.relation,
            event=self.event,
        )


def call_for(task: VisitTask, visited_on: date, **what: Any) -> Call:
    """The visit that fulfils a task: person, occasion and relation are known from it."""
    relation = task.event.relation if task.event else Relation.SELF
    return Call(task.person, task.occasion, visited_on, task=task, event=task.event, relation=relation, **what)


def record(call: Call, *, by: User, visitors: Sequence[Person]) -> Visit:
    """Write down one visit; a task it fulfils is done with it.

    Raises Blocked with the clause for fewer than two visitors, a day to come, and whatever the standards do not allow;
    NotAllowed for who neither is of the office nor leads the person's unit.
    """
    return record_many([call], by=by, visitors=visitors)[0]


@transaction.atomic
def record_many(calls: Sequence[Call], *, by: User, visitors: Sequence[Person]) -> list[Visit]:
    """The same people call on several in one round; all is written or nothing, in few queries however many."""
    calls = [_with_source(_with_event(call)) for call in calls]
    for call in calls:
        _check(call, by, visitors)
    past = Past([call.wish for call in calls if call.pays])
    visits = [_row(call, by, number, past) for call, number in zip(calls, _numbers(calls), strict=True)]
    claims.lay_many([(call.wish, visit) for call, visit in zip(calls, visits, strict=True) if call.pays], past)
    Visit.objects.bulk_create(visits, batch_size=200)
    _write_visitors(visits, visitors)
    reindex(visits)
    _fulfil([call for call in calls if call.task], by)
    audit.record_many("care.visit.record", [(visit, {}, _kept(visit)) for visit in visits], by=by)
    return visits


@transaction.atomic
def sign(
    visit: Visit, *, by: User, signed_on: date | None = None, signed_for_by: str = "", signed_relation: str = ""
) -> None:
    """Note that what was given was signed for, by the person or, with a stated relation, by somebody else (CARE-17)."""
    name, relation = checks.signed_by_whom(signed_for_by, signed_relation)
    day = signed_on or clock.today()
    checks.has_been(day, _("签收日期在今天以后，请核对。"))
    if day < visit.visited_on:
        raise Blocked(_("签收日期早于走访日期，请核对。"))
    fields = {"signed_on": day, "signed_for_by": name, "signed_relation": relation}
    VISIT_FLOW.fire(visit, "sign", by=by, fields=fields)


@transaction.atomic
def sign_own(visit: Visit, *, by: User) -> None:
    """The person themself signs on the phone."""
    if not is_own(by, visit):
        raise NotAllowed(_("只能由本人签收。"))
    signed = Visit.objects.filter(pk=visit.pk, state=VisitState.RECORDED).exclude(cash=0, goods=0)
    if not signed.update(state=VisitState.SIGNED, signed_on=clock.today()):
        raise Blocked(_("这笔慰问不用签收，或已经签收过。"))
    audit.record("care.visit.sign_own", visit, by=by, after={"signed_on": clock.today()}, concerns=visit.person_id)


def archive(visit: Visit, *, by: User, note: str = "") -> None:
    """File a visit: what was given is signed for, and by the three of CARE-18, or `note` says why one is missing."""
    VISIT_FLOW.check(visit, "archive", by=by)
    missing = signing.missing_parts(visit)
    if missing and not note.strip():
        parts = "、".join(str(part.label) for part in missing)
        raise Blocked(_("还缺%(parts)s的签字（CARE-18）。请补签；确实不能补签的，写明理由后归档。") % {"parts": parts})
    VISIT_FLOW.fire(visit, "archive", by=by, note=note.strip())


@transaction.atomic
def void(visit: Visit, *, by: User, reason: str) -> None:
    """Take a wrong record back, with a reason: its payment is freed, the task it had fulfilled is due again."""
    if paying.has_request(visit):
        raise Blocked(_("这次走访已经申请经费，请先撤回申请，再作废。"))
    VISIT_FLOW.fire(visit, "void", by=by, note=checks.given(reason, _("请写明作废理由。")))
    claims.give_back(visit)
    if visit.task:
        TASK_FLOW.fire(visit.task, "reopen", by=by, note=reason, fields={"visited_on": None})


def _with_event(call: Call) -> Call:
    """The call with what it goes to, where nobody said: the same thing told of this person lately, and its task.

    So nobody gives twice for one hospital stay by leaving the event out (CARE-13); another stay is told as an event.
    """
    if call.event or call.task or call.occasion not in TOLD:
        return call
    event = told_lately(call.person, call.occasion, call.relation, call.visited_on)
    task = event.tasks.pending().select_related("person", "event").first() if event else None
    return replace(call, event=event, task=task)


def _with_source(call: Call) -> Call:
    """The call with the source that goes without saying: retirees from theirs, everybody else from the union's funds."""
    if call.given.source or not call.pays:
        return call
    source = Source.RETIREES if was_retired(call) else Source.UNION
    return replace(call, given=replace(call.given, source=source))


def was_retired(call: Call) -> bool:
    """Whether the person was retired when it happened; who is called on for retiring is not yet."""
    return call.occasion != Occasion.RETIREMENT and is_retired(call.person, call.visited_on)


def _check(call: Call, by: User, visitors: Sequence[Person]) -> None:
    checks.keeps(by, call.person)
    if is_own(by, call):
        raise NotAllowed(_("走访本人要由别人去、由别人登记（必访制度）。"))
    if call.pays and call.event and (earlier := given_without_event(call.event)):
        raise Blocked(
            _("这件事%(number)s已于%(day)s慰问过，同一件事不得重复发放（CARE-13）。")
            % {"number": earlier.number, "day": day(earlier.visited_on)}
        )
    known = call.event or call.task
    reason = (
        visitors_problem([visitor.pk for visitor in visitors], call.person.pk)
        or day_problem(call.visited_on, clock.today(), known.happened_on if known else None, _ahead(call))
        or left_problem(call.person.left_on, call.visited_on, call.occasion)
        or goods_problem(call.given.goods, call.given.goods_text)
    )
    if reason:
        raise Blocked(reason)
    if call.task and call.task.state not in PENDING:
        TASK_FLOW.check(call.task, "fulfil", by=by)


def _ahead(call: Call) -> int:
    """How many days before the day itself one may call: a birthday stands on the list that early."""
    return rulebook.value("care.birthday_ahead_days") if call.occasion == Occasion.BIRTHDAY else 0


def _numbers(calls: Sequence[Call]) -> Iterator[str]:
    """A business number for each, in order."""
    years = Counter(call.visited_on.year for call in calls)
    serials = {year: iter(next_numbers(f"care.visits:{year}", count)) for year, count in years.items()}
    return (f"ZF-{call.visited_on.year}-{next(serials[call.visited_on.year]):04d}" for call in calls)


def _row(call: Call, by: User, number: str, past: Past) -> Visit:
    given, heard = call.given, call.heard
    level = call.task.level if call.task else (Level.UNION if in_office(by) else Level.BRANCH)
    return Visit(
        number=number,
        task=call.task,
        event=call.event,
        person=call.person,
        occasion=call.occasion,
        festival=call.festival,
        relation=call.relation,
        level=level,
        was_retired=was_retired(call),
        visited_on=call.visited_on,
        place=call.place,
        recorded_by=by,
        clause=clauses(past.bounds_of(call.wish)) if call.pays else "",
        **vars(given),
        **vars(heard),
    )


def _write_visitors(visits: Sequence[Visit], visitors: Sequence[Person]) -> None:
    known = sides(visitors)
    rows = [Visitor(visit=visit, person=person, side=known[person.pk]) for visit in visits for person in visitors]
    Visitor.objects.bulk_create(rows, batch_size=200)


def _fulfil(calls: Sequence[Call], by: User) -> None:
    """The tasks are done with their visits."""
    for visited_on in {call.visited_on for call in calls}:
        tasks = [call.task for call in calls if call.visited_on == visited_on]
        TASK_FLOW.fire_many(tasks, "fulfil", by=by, fields={"visited_on": visited_on})


def _kept(visit: Visit) -> dict[str, Any]:
    names = ["number", "visited_on", "cash", "goods", "goods_text", "source", "learned", "asked"]
    return audit.snapshot(visit, names)
