"""What stands on the page of one activity."""

from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.activities import selectors
from unionhall.activities.flow import FLOW
from unionhall.activities.models import Activity, Attendance, Entry, Result, Team
from unionhall.activities.permissions import may_list, runs
from unionhall.activities.views.lists import LISTS
from unionhall.funds.models import SpendingRequest
from unionhall.kernel.money import shown as in_yuan


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
    return {"requests": SpendingRequest.objects.visible_to(request.user).about(activity), "granted": _granted(activity)}


def money_left(activity: Activity) -> str:
    """What the activity's own budget is and what of it was granted, before more is asked for; and which papers go along."""
    return _(
        "活动预算%(budget)s元，已批准%(granted)s元；超出活动预算的，请先修改活动预算，或写明理由、由上一级审批。活动费用付给商家，奖品发给职工；"
        "方案、名单和签领表随申请作为凭证附件，发票请上传到申请。"
    ) % {"budget": in_yuan(activity.budget), "granted": in_yuan(_granted(activity))}


def _granted(activity: Activity) -> Decimal:
    granted = SpendingRequest.objects.about(activity).granted()
    return granted.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def papers(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """The papers that can be printed or taken away, and the door."""
    return {
        "lists": [(name, LISTS[name].title) for name in ("entered", "sheet", "results", "prizes")],
        "at_the_door": runs(request.user, activity),
        "has_desk": may_list(request.user),
    }
