"""Writing visits down: at least two people went, what was given stays within the standards."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_numbers
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.care.flow.visits import PENDING, TASK_FLOW
from unionhall.care.kinds.words import TOLD, Level, Occasion, Source
from unionhall.care.models import Visit, Visitor
from unionhall.care.permissions import is_own
from unionhall.care.rules.visits import day_problem, goods_problem, left_problem, visitors_problem
from unionhall.care.selectors.caps import clauses
from unionhall.care.selectors.judging import Past
from unionhall.care.selectors.retirees import is_retired
from unionhall.care.selectors.same import given_without_event, told_lately
from unionhall.care.selectors.visitors import sides
from unionhall.care.services import attesting, checks, claims
from unionhall.care.services.visits.call import Call
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.people.models import Person
from unionhall.rulebook import services as rulebook
from unionhall.search.services import reindex


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
    pays = [(call.wish, visit) for call, visit in zip(calls, visits, strict=True) if call.pays]
    claims.lay_many(pays, past, by=by)
    Visit.objects.bulk_create(visits, batch_size=200)
    _write_visitors(visits, visitors, by)
    reindex(visits)
    _fulfil([call for call in calls if call.task], by)
    audit.record_many("care.visit.record", [(visit, {}, _kept(visit)) for visit in visits], by=by)
    return visits


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


def _write_visitors(visits: Sequence[Visit], visitors: Sequence[Person], by: User) -> None:
    known = sides(visitors)
    rows = [Visitor(visit=visit, person=person, side=known[person.pk]) for visit in visits for person in visitors]
    Visitor.objects.bulk_create(rows, batch_size=200)
    attesting.of_visitors(rows, by=by)


def _fulfil(calls: Sequence[Call], by: User) -> None:
    """The tasks are done with their visits."""
    for visited_on in {call.visited_on for call in calls}:
        tasks = [call.task for call in calls if call.visited_on == visited_on]
        TASK_FLOW.fire_many(tasks, "fulfil", by=by, fields={"visited_on": visited_on})


def _kept(visit: Visit) -> dict[str, Any]:
    names = ["number", "visited_on", "cash", "goods", "goods_text", "source", "learned", "asked"]
    return audit.snapshot(visit, names)
