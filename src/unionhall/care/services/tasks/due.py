"""Visits made due, by an event or by the roster, and to whom they fall."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.accounts.roles import OFFICE_ROLES, Role
from unionhall.calendar import services as calendar
from unionhall.care.kinds.words import Level, Occasion
from unionhall.care.models import LifeEvent, VisitRule, VisitSet, VisitTask
from unionhall.care.rules.events import birthday_in, default_level
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.models import Person
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
    """Until when to make contact and to call, from the day an event is known; both inclusive."""
    contact = calendar.add(start, rulebook.value("care.contact_workdays", start), calendar.Unit.WORKDAY)
    visit = calendar.add(start, rulebook.value("care.visit_days", start), calendar.Unit.DAY)
    return contact.day, visit.day


def responsible(task: VisitTask) -> list[User]:
    """To whom a task goes: the office, or who leads the unit, its branch if the group has nobody; else the office.

    Never the person to be called on.
    """
    if task.level == Level.BRANCH and task.unit:
        for unit in filter(None, (task.unit, task.unit.parent)):
            if found := others(task, users_with(Role.GROUP_LEADER, Role.BRANCH_CHAIR, unit=unit)):
                return found
    return others(task, users_with(*OFFICE_ROLES))


def others(task: VisitTask, users: Iterable[User]) -> list[User]:
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
