"""What stands on the pages of events, tasks and visits."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import LifeEvent, Visit, VisitRound, VisitTask
from unionhall.care.selectors import visits as rows
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
    """The money asked for this record, or for the round a visit is part of."""
    seen = SpendingRequest.objects.visible_to(user)
    together = record.round if isinstance(record, Visit) else None
    return seen.about(record) | seen.about(together) if together else seen.about(record)


def request_url(request: SpendingRequest) -> str:
    """Where one reads a request."""
    return reverse("funds.requests.detail", args=[request.pk])


def proofs(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """What has to prove the occasion, what of it is there, what is missing."""
    return {
        "papers": rows.papers(request.user).filter(visit=visit).defer("content"),
        "missing": visit.missing_papers() if visit.total else [],
    }


def wanted(visit: Visit) -> str:
    """What this visit's occasion has to be proved by, before a paper is handed in."""
    words = "、".join(str(kind.label) for kind in visit.wanted_papers())
    text = _("这次走访要有：%(papers)s（CARE-16）。") if words else _("这次走访不要求证明材料。")
    return text % {"papers": words}


def of_round(request: HttpRequest, together: VisitRound) -> dict[str, Any]:
    """The invoice of all its goods."""
    return {"papers": rows.papers(request.user).filter(round=together).defer("content")}


def papers(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """The papers of one visit."""
    return {"papers": ["approval", "sign_off", "record"]}
