"""What the days do to visits that are due: a reminder, the office told, waived for who has left."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User, system_user
from unionhall.accounts.roles import OFFICE_ROLES
from unionhall.care.flow.visits import TASK_FLOW, TaskState
from unionhall.care.kinds.words import LAST_DAY_BEFORE
from unionhall.care.models import VisitTask
from unionhall.care.services.tasks.due import others, responsible
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors import users_with


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
        _say(task, "care.task_late", "escalated_on", others(task, office), today)
        for task in late.select_related("unit", "person")
    )


def _say(task: VisitTask, key: str, mark: str, to: list[User], today: date) -> int:
    """Mark a task once, whoever else looks at it now, and tell of it when it rests on an event."""
    if not VisitTask.objects.filter(pk=task.pk, **{mark: None}).update(**{mark: today}):
        return 0
    if task.event_id:
        notices.after_commit(key, task, to=to, by_day=task.visit_by)
    return 1
