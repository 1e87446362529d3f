"""What stands on the pages of events, tasks and visits."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from unionhall.care.models import LifeEvent, Visit, VisitTask
from unionhall.care.selectors.caps import caps_of, so_far
from unionhall.funds.models import SpendingRequest


def event_words(request: HttpRequest, event: LifeEvent) -> dict[str, Any]:
    """That something was said, and where to look."""
    return {"has_words": bool(event.words or event.place), "address": reverse("care.events.words", args=[event.pk])}


def task_words(request: HttpRequest, task: VisitTask) -> dict[str, Any]:
    """What was said of the event behind a task."""
    return event_words(request, task.event) if task.event else {"has_words": False, "address": ""}


def visit_words(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """What was heard, asked and promised, and where to look."""
    known = bool(visit.learned or visit.asked or visit.promises.exists())
    return {"has_words": known, "address": reverse("care.visits.words", args=[visit.pk])}


def standing(request: HttpRequest, task: VisitTask) -> dict[str, Any]:
    """What may be given, and what was given this year."""
    spent, times = so_far(task.person, task.occasion, task.happened_on.year)
    caps = caps_of([task.occasion], task.happened_on)
    return {"cap": caps.get(task.occasion), "spent": spent, "times": times}


def requests_for(record: Any, user: Any) -> QuerySet[SpendingRequest]:
    """The money asked for this record."""
    return SpendingRequest.objects.visible_to(user).about(record)


def papers(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """The papers of one visit."""
    return {"papers": ["approval", "sign_off", "record"]}
