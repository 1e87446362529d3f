"""What stands on the page of one activity."""

from typing import Any

from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse

from unionhall.activities import selectors
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Attendance, Entry, Result, Team
from unionhall.activities.permissions import may_list, runs
from unionhall.activities.views.lists import LISTS
from unionhall.funds.models import SpendingRequest


def counted(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The five counts, each with the address of its rows."""
    known = selectors.counts(activity)
    shown = [
        {
            "label": LISTS[name].title,
            "value": known[name],
            "unit": LISTS[name].unit,
            "url": reverse("activities.rows", args=[activity.pk, name]),
        }
        for name in ("signed_up", "came", "entries", "people", "items")
    ]
    return {"counts": shown, "waiting": known["waiting"], "largest": selectors.is_largest(activity)}


def items(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The items with their places and, for who runs it, the way to their results."""
    return {"items": activity.items.all(), "records": not FLOW.why_not(activity, "record_results", by=request.user)}


def teams(activity: Activity, user: Any) -> QuerySet[Team]:
    """The teams, with captain and item."""
    return Team.objects.visible_to(user).filter(item__activity=activity)


def entries(activity: Activity, user: Any) -> QuerySet[Entry]:
    """Who is in it, as far as the reader may see persons."""
    return Entry.objects.visible_to(user).filter(item__activity=activity)


def attendances(activity: Activity, user: Any) -> QuerySet[Attendance]:
    """Who came."""
    return Attendance.objects.visible_to(user).came().filter(activity=activity)


def results(activity: Activity, user: Any) -> QuerySet[Result]:
    """The results, item by item."""
    return selectors.results_of(activity).filter(pk__in=Result.objects.visible_to(user).values("pk"))


def standings(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The branches by points."""
    return {"standings": selectors.standings(activity)}


def costs(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The requests for money one may see, and what of the budget they come to."""
    requests = SpendingRequest.objects.visible_to(request.user).about(activity)
    granted = SpendingRequest.objects.about(activity).granted()
    return {"requests": requests, "granted": granted.aggregate(sum=Sum("amount"))["sum"] or 0}


def papers(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The papers that can be printed or taken away, and the door."""
    return {
        "lists": [(name, LISTS[name].title) for name in ("entered", "sheet", "results", "prizes")],
        "at_the_door": runs(request.user, activity),
        "has_desk": may_list(request.user),
    }
