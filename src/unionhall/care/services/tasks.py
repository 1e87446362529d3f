"""Visit tasks: made due by an event or by the roster, assigned by level, carried out or waived with a reason."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User, system_user
from unionhall.accounts.roles import OFFICE_ROLES, Role
from unionhall.calendar import services as calendar
from unionhall.care.flow.visits import TASK_FLOW, TaskState
from unionhall.care.kinds.words import LAST_DAY_BEFORE, Level, Occasion
from unionhall.care.models import LifeEvent, VisitRule, VisitSet, VisitTask
from unionhall.care.rules.events import birthday_in, default_level
from unionhall.care.services import checks
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.models import Person, Unit
from unionhall.people.selectors import users_with
from unionhall.rulebook import services as rulebook


def due_for(event: LifeEvent) -> VisitTask | None:
    """The visit a confirmed event makes due by the set in force when it happened, or None; those who go are told."""
    known = VisitSet.objects.in_force(event.happened_on)
    rule = known.rules.filter(occasion=event.kind).first() if known else None
    if rule is None:
        return None
    contact_by, visit_by = deadlines(clock.today())
    task, is_new = VisitTask.objects.get_or_create(
        event=event,
        defaults={
            "set": known,
            "person": event.person,
            "unit": event.person.unit,
            "occasion": event.kind,
            "level": default_level(event.kind, event.is_serious, rule.level),
            "happened_on": event.happened_on,
            "contact_by": contact_by,
            "visit_by": visit_by,
        },
    )
    if is_new:
        notices.after_commit("care.task_due", task, to=responsible(task), by_day=visit_by)
    return task


def deadlines(start: date) -> tuple[date, date]:
    """Until when to make contact and to call, from the day an event is known; both inclusive (rules 6.3)."""
    contact = calendar.add(start, rulebook.value("care.contact_workdays", start), calendar.Unit.WORKDAY)
    visit = calendar.add(start, rulebook.value("care.visit_days", start), calendar.Unit.DAY)
    return contact.day, visit.day


def responsible(task: VisitTask) -> list[User]:
    """To whom a task goes: the office, or who leads the unit, its branch if the group has nobody; else the office.

    Never the person to be called on.
    """
    if task.level == Level.BRANCH and task.unit:
        for unit in filter(None, (task.unit, task.unit.parent)):
            if found := _others(task, users_with(Role.GROUP_LEADER, Role.BRANCH_CHAIR, unit=unit)):
                return found
    return _others(task, users_with(*OFFICE_ROLES))


def _others(task: VisitTask, users: Iterable[User]) -> list[User]:
    return [user for user in users if user.pk != task.person.user_id]


@transaction.atomic
def plan_roster(first: date, last: date) -> int:
    """Make due what the roster itself says of these days, inclusive: birthdays and retirements; returns how many.

    Planned twice, nothing is doubled. Few queries however many people: who has what day is asked of the roster.
    """
    known = VisitSet.objects.in_force(first)
    rules = {rule.occasion: rule for rule in known.rules.all()} if known else {}
    days = cache(deadlines)
    fresh = [_planned(rule, person, day, days(day)) for rule, person, day in _from_roster(rules, first, last)]
    before = VisitTask.objects.count()
    VisitTask.objects.bulk_create(fresh, ignore_conflicts=True, batch_size=500)
    return VisitTask.objects.count() - before


def _from_roster(rules: dict[str, VisitRule], first: date, last: date) -> Iterator[tuple[VisitRule, Person, date]]:
    if rule := rules.get(Occasion.BIRTHDAY):
        for person in Person.objects.members(first).exclude(birth_on=None).select_related("unit"):
            days = (birthday_in(year, person.birth_on) for year in {first.year, last.year})
            yield from ((rule, person, day) for day in days if first <= day <= last)
    if rule := rules.get(Occasion.RETIREMENT):
        for person in Person.objects.filter(retired_on__range=(first, last)).select_related("unit"):
            yield rule, person, person.retired_on


def _planned(rule: VisitRule, person: Person, day: date, until: tuple[date, date]) -> VisitTask:
    return VisitTask(
        set_id=rule.set_id,
        person=person,
        unit=person.unit,
        occasion=rule.occasion,
        level=rule.level,
        happened_on=day,
        contact_by=until[0],
        visit_by=until[1],
    )


def contact(task: VisitTask, *, by: User, contacted_on: date | None = None) -> None:
    """Note that the person was spoken to; today by default. Raises Blocked for a day to come."""
    day = contacted_on or clock.today()
    checks.has_been(day, _("联系日期在今天以后，请核对。"))
    TASK_FLOW.fire(task, "contact", by=by, fields={"contacted_on": day})


def waive(task: VisitTask, *, by: User, reason: str) -> None:
    """Leave a visit out, with a reason: it no longer counts as due."""
    TASK_FLOW.fire(task, "waive", by=by, note=checks.given(reason, _("请写明不必走访的理由。")))


@transaction.atomic
def assign(task: VisitTask, *, by: User, level: str, unit: Unit | None = None) -> None:
    """Give a task to the hospital's union or to another unit; whoever goes is told."""
    TASK_FLOW.fire(task, "assign", by=by, fields={"level": level, "unit": unit or task.unit})
    notices.after_commit("care.task_due", task, to=responsible(task), by_day=task.visit_by)


def drop_for(event: LifeEvent, *, reason: str) -> None:
    """Waive what a dismissed event had made due."""
    for task in event.tasks.pending():
        TASK_FLOW.fire(task, "waive", by=system_user(), note=reason)


@transaction.atomic
def close_of_who_left(today: date) -> int:
    """Waive with the reason what is still due to who has left, but what leaving itself makes due; returns how many."""
    left = VisitTask.objects.pending().filter(person__left_on__lte=today).exclude(occasion__in=LAST_DAY_BEFORE)
    tasks = list(left.select_related("person"))
    for task in tasks:
        note = _("%(name)s已于%(day)s离院，不再走访（CARE-14）。")
        words = note % {"name": task.person.name, "day": day(task.person.left_on)}
        TASK_FLOW.fire(task, "waive", by=system_user(), note=words)
    return len(tasks)


@transaction.atomic
def remind(today: date) -> int:
    """Tell once of each event's visit whose contact or visit falls due tomorrow at the latest; returns how many."""
    soon = today + timedelta(days=1)
    due = VisitTask.objects.pending().filter(reminded_on=None, visit_by__gte=today)
    near = due.filter(visit_by__lte=soon) | due.filter(state=TaskState.OPEN, contact_by__lte=soon)
    return sum(
        _say(task, "care.task_soon", "reminded_on", responsible(task), today)
        for task in near.select_related("unit__parent", "person")
    )


@transaction.atomic
def escalate(today: date) -> int:
    """Bring each visit not made in time before the office, once; returns how many."""
    late = VisitTask.objects.pending().filter(escalated_on=None, visit_by__lt=today)
    office = list(users_with(*OFFICE_ROLES))
    return sum(
        _say(task, "care.task_late", "escalated_on", _others(task, office), today)
        for task in late.select_related("unit", "person")
    )


def _say(task: VisitTask, key: str, mark: str, to: list[User], today: date) -> int:
    """Mark a task once, whoever else looks at it now, and tell of it when it rests on an event."""
    if not VisitTask.objects.filter(pk=task.pk, **{mark: None}).update(**{mark: today}):
        return 0
    if task.event_id:
        notices.after_commit(key, task, to=to, by_day=task.visit_by)
    return 1
