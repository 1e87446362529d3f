"""Life events: told, checked, taken in from a list; each makes the visit due that the five visits ask for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.care.flow.visits import EVENT_FLOW, EventState
from unionhall.care.kinds.words import TOLD, Channel, Occasion, Relation
from unionhall.care.models import LifeEvent
from unionhall.care.permissions import leads_unit_of, manages, may_tell
from unionhall.care.rules.events import NEAR, event_problem, telling_problem
from unionhall.care.services import checks, claims, tasks
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.kernel import clock
from unionhall.people.models import Person


@dataclass(frozen=True)
class Told:
    """What is said of one event."""

    person: Person
    kind: str
    happened_on: date
    relation: str = Relation.SELF
    words: str = ""
    place: str = ""
    is_serious: bool = False


@transaction.atomic
def tell(*, by: User, person: Person | None = None, separate: bool = False, **said: Any) -> LifeEvent:
    """Take down what happened to `person`, by default to oneself; the visit it makes due follows at once.

    What a colleague tells needs a note and waits to be checked. `separate` says that it is another thing than one told
    of within seven days. Raises Blocked for who had left, a day to come, a kind the roster has, one's own death,
    a day more than a year ago (but to the office), or the same thing again, as far as `by` knows of it: else a colleague
    could ask the form who is in hospital (PRI-04).
    """
    person = person or _oneself(by)
    if not may_tell(by):
        raise NotAllowed(_("请由本会职工告诉工会。"))
    told = Told(person, **said)
    channel = channel_of(by, person)
    if channel == Channel.COLLEAGUE:
        checks.given(told.words, _("替同事告诉工会，请写几句说明，工会会先核实。"))
    if reason := problem(told) or _unlikely(told, channel, by) or (None if separate else near(told, _known(by))):
        raise Blocked(reason)
    event = _write(told, channel, by)
    audit.record("care.event.tell", event, by=by, after=_kept(event))
    if event.state == EventState.CONFIRMED:
        tasks.due_for(event)
    return event


@transaction.atomic
def confirm(event: LifeEvent, *, by: User, is_serious: bool = False, separate: bool = False) -> None:
    """Say that what a colleague told is so; the visit becomes due from today.

    Raises Blocked for what is confirmed already, within seven days of it unless it is said to be a `separate` thing.
    """
    EVENT_FLOW.check(event, "confirm", by=by)
    confirmed = LifeEvent.objects.filter(state=EventState.CONFIRMED)
    if reason := None if separate else near(event, confirmed):
        raise Blocked(reason)
    with only_once(_same(event)):
        EVENT_FLOW.fire(event, "confirm", by=by, fields={"is_serious": is_serious})
    tasks.due_for(event)


@transaction.atomic
def dismiss(event: LifeEvent, *, by: User, reason: str) -> None:
    """Say that it is not so, or was told twice; raises Blocked once a visit or a payment rests on it."""
    reason = checks.given(reason, _("请写明理由。"))
    if claims.paid_for(event) or event.visits.standing().exists():
        raise Blocked(_("这件事已经走访或发放，不能改为不属实。"))
    EVENT_FLOW.fire(event, "dismiss", by=by, note=reason)
    tasks.drop_for(event, reason=reason)


@transaction.atomic
def take_in(lines: Sequence[Told], *, by: User) -> list[LifeEvent]:
    """Take down a list from the personnel department, each line checked before; all or none."""
    checks.of_the_office(by, _("导入职工事件"))
    events = [_write(told, Channel.HR, by) for told in lines]
    audit.record_many("care.event.take_in", [(event, {}, _kept(event)) for event in events], by=by)
    for event in events:
        tasks.due_for(event)
    return events


def problem(told: Told) -> str | None:
    """Why such an event cannot be taken down, or None."""
    if told.kind not in TOLD:
        return _("“%(kind)s”由花名册自动生成，不用登记。") % {"kind": Occasion(told.kind).label}
    return event_problem(told.kind, told.happened_on, today=clock.today(), left_on=told.person.left_on)


def _unlikely(told: Told, channel: Channel, by: User) -> str | None:
    return telling_problem(
        told.kind,
        told.relation,
        told.happened_on,
        today=clock.today(),
        by_self=channel == Channel.SELF,
        by_office=in_office(by),
    )


def near(told: Told | LifeEvent, among: QuerySet[LifeEvent]) -> str | None:
    """That the same kind of thing is known of this person within a week, or None."""
    found = among.filter(
        person=told.person,
        kind=told.kind,
        relation=told.relation,
        happened_on__range=(told.happened_on - NEAR, told.happened_on + NEAR),
    ).first()
    if found is None:
        return None
    return _("%(number)s已经登记了这位职工相近日期的同类事项。同一件事不用再报；确是另一件事，请勾选“另一件事”。") % {
        "number": found.number
    }


def _known(by: User) -> QuerySet[LifeEvent]:
    return LifeEvent.objects.standing() & LifeEvent.objects.known_to(by)


def _same(told: Told | LifeEvent) -> str:
    return _("%(name)s的这件事已经登记过，不用再报。") % {"name": told.person.name}


def channel_of(by: User, person: Person) -> Channel:
    """How the union came to know, by who says it."""
    if person.user_id == by.pk:
        return Channel.SELF
    if leads_unit_of(by, person):
        return Channel.BRANCH
    return Channel.OFFICE if manages(by, person) else Channel.COLLEAGUE


def _oneself(by: User) -> Person:
    person = Person.objects.filter(user=by.pk).first()
    if person is None:
        raise Blocked(_("花名册上没有您的记录，请联系工会办公室。"))
    return person


def _write(told: Told, channel: Channel, by: User) -> LifeEvent:
    year = told.happened_on.year
    event = LifeEvent(
        number=of_year("SJ", "care.events", year, digits=4),
        channel=channel,
        told_by=by,
        state=EventState.TOLD if channel == Channel.COLLEAGUE else EventState.CONFIRMED,
        **vars(told),
    )
    with only_once(_same(told)):
        event.save(force_insert=True)
    return event


def _kept(event: LifeEvent) -> dict[str, Any]:
    return audit.snapshot(event, ["number", "happened_on", "channel", "words", "place", "state"])
