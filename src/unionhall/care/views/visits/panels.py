"""What stands on the pages of events, tasks and visits."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.care.flow.visits import EventState
from unionhall.care.kinds.words import Level
from unionhall.care.models import LifeEvent, Promise, Visit, Visitor, VisitRound, VisitSet, VisitTask
from unionhall.care.selectors import visits as rows
from unionhall.care.selectors.afterwards import still_open
from unionhall.care.selectors.caps import caps_of
from unionhall.care.selectors.given import brought_so_far
from unionhall.care.selectors.road import stops, why_no_visit
from unionhall.care.services import paying, tasks
from unionhall.funds.models import SpendingRequest
from unionhall.pages.values import day, yuan

GIVEN = gettext_lazy(
    "走访人不少于两人；慰问金（品）不超过标准，同一件事不重复发放（CARE-13、CARE-15），离退休人员不用工会经费（CARE-14）。"
)


def event_words(request: HttpRequest, event: LifeEvent) -> dict[str, Any]:
    """That something was said, and where to look."""
    return {"has_words": bool(event.words or event.place), "address": reverse("care.events.words", args=[event.pk])}


def afterwards(request: HttpRequest, event: LifeEvent) -> dict[str, Any]:
    """What a member's death leaves to be settled."""
    return {"open": still_open(event)}


def road(request: HttpRequest, event: LifeEvent) -> dict[str, Any]:
    """What happens with what one told, and who comes."""
    task = event.tasks.first()
    who = "、".join(user.name for user in tasks.responsible(task)[:2]) if task and task.level == Level.BRANCH else ""
    return {"stops": stops(event, who, request.user)}


def no_visit(request: HttpRequest, event: LifeEvent) -> dict[str, Any]:
    """Why a confirmed event made no visit due."""
    if event.state != EventState.CONFIRMED or event.tasks.exists():
        return {"why": ""}
    known = VisitSet.objects.in_force(event.happened_on)
    return {"why": why_no_visit(event, set(known.rules.values_list("occasion", flat=True)) if known else None)}


def before_call(task: VisitTask) -> str:
    """What who makes a visit has to know: the occasion, the cap, what was given this year, the rule."""
    known, cap = standing_of(task), ""
    if known["cap"] is not None:
        cap = _("每次不超过%(cap)s元，") % {"cap": yuan(known["cap"])}
    said = _("%(name)s，%(occasion)s，%(day)s。%(cap)s今年同类已有%(times)s次。")
    words = said % {
        "name": task.person.name,
        "occasion": task.get_occasion_display(),
        "day": day(task.happened_on),
        "cap": cap,
        "times": known["times"],
    }
    return f"{words}\n{GIVEN}"


def task_words(request: HttpRequest, task: VisitTask) -> dict[str, Any]:
    """What was said of the event behind a task."""
    return event_words(request, task.event) if task.event else {"has_words": False, "address": ""}


def visit_words(request: HttpRequest, visit: Visit) -> dict[str, Any]:
    """What was heard, asked and promised, and where to look."""
    known = bool(visit.learned or visit.asked or visit.promises.exists())
    return {"has_words": known, "address": reverse("care.visits.words", args=[visit.pk])}


def standing(request: HttpRequest, task: VisitTask) -> dict[str, Any]:
    """What may be given, and what was given this year."""
    return standing_of(task)


def standing_of(task: VisitTask) -> dict[str, Any]:
    """The same for whatever asks."""
    spent, times = brought_so_far(task.person_id, task.occasion, task.happened_on.year)
    caps = caps_of([task.occasion], task.happened_on)
    return {"cap": caps.get(task.occasion), "spent": spent, "times": times}


def event_of(record: Visit | VisitTask, user: Any) -> QuerySet[LifeEvent]:
    """The event behind a task or a visit."""
    return rows.events(user).filter(pk=record.event_id)


def task_of(visit: Visit, user: Any) -> QuerySet[VisitTask]:
    """The task a visit fulfilled."""
    return rows.tasks(user).filter(pk=visit.task_id)


def visit_of(promise: Promise, user: Any) -> QuerySet[Visit]:
    """The visit a promise was made on."""
    return rows.visits(user).filter(pk=promise.visit_id)


def went(visit: Visit, user: Any) -> QuerySet[Visitor]:
    """Who went, and what each said of it."""
    return visit.visitors.visible_to(user).select_related("word")


def requests_for(record: Any, user: Any) -> QuerySet[SpendingRequest]:
    """The money asked for this record, or for the round a visit is part of."""
    seen = SpendingRequest.objects.visible_to(user)
    together = record.round if isinstance(record, Visit) else None
    return seen.about(record) | seen.about(together) if together else seen.about(record)


def asked_before(record: Any, user: Any) -> str | None:
    """That its money was asked for, before anybody presses the button."""
    return _("已经申请经费。") if paying.has_request(record) else None


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
