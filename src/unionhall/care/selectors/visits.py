"""Events, tasks, visits, promises and standards as lists show them."""

from typing import Any

from django.db.models import QuerySet

from unionhall.care.models import LifeEvent, Promise, Standard, Visit, VisitSet, VisitTask

_PERSON = ("person__department", "person__unit__parent", "person__user")


def events(user: Any) -> QuerySet[LifeEvent]:
    """The events one may see."""
    return LifeEvent.objects.visible_to(user).select_related(*_PERSON)


def own_events(user: Any) -> QuerySet[LifeEvent]:
    """What happened to oneself."""
    return LifeEvent.objects.filter(person__user=user.pk).select_related(*_PERSON)


def tasks(user: Any) -> QuerySet[VisitTask]:
    """The tasks one may see."""
    return VisitTask.objects.visible_to(user).select_related(*_PERSON, "unit__parent", "event", "set")


def pending(user: Any) -> QuerySet[VisitTask]:
    """The tasks nobody has done, soonest first; a visit to oneself is for others to make."""
    return tasks(user).pending().exclude(person__user=user.pk).order_by("visit_by", "id")


def visits(user: Any) -> QuerySet[Visit]:
    """The visits one may see."""
    return Visit.objects.visible_to(user).select_related(*_PERSON, "task", "event")


def promises(user: Any) -> QuerySet[Promise]:
    """The promises one may see."""
    return Promise.objects.visible_to(user).select_related("visit__person__department", "visit__person__user")


def standards(user: Any) -> QuerySet[Standard]:
    """Every line that ever was in force."""
    return Standard.objects.visible_to(user)


def sets(user: Any) -> QuerySet[VisitSet]:
    """Every version of the five visits."""
    return VisitSet.objects.visible_to(user)
