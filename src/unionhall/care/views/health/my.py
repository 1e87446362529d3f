"""One's own health check on the phone: pick a day, another day, or none."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.care.models import Check, CheckDay
from unionhall.care.permissions import has_page
from unionhall.care.services import health
from unionhall.kernel import clock
from unionhall.pages.guards import needs


def _own(request: HttpRequest, pk: UUID) -> Check:
    mine = Check.objects.filter(person__user=request.user).select_related("round", "person", "day")
    return get_object_or_404(mine, pk=pk)


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """The rounds one is on the list of, the open ones with the days that are left."""
    checks = (
        Check.objects.filter(person__user=request.user).select_related("round", "day").order_by("-round__begins_on")
    )
    days: dict[UUID, list[CheckDay]] = {}
    for day in CheckDay.objects.free(clock.today()):
        days.setdefault(day.round_id, []).append(day)
    shown = [(check, days.get(check.round_id, [])) for check in checks[:20]]
    return render(request, "care/health/my.html", {"checks": shown})


@require_POST
@needs(has_page)
def book(request: HttpRequest, pk: UUID, day: UUID) -> HttpResponse:
    """Book a day."""
    check = _own(request, pk)
    health.book(check, by=request.user, day=get_object_or_404(CheckDay, pk=day, round=check.round))
    messages.success(request, _("已预约。"))
    return redirect("my.care.checks")


@require_POST
@needs(has_page)
def decline(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Not this time."""
    health.decline(_own(request, pk), by=request.user)
    messages.success(request, _("已登记放弃；本轮结束前还可以再预约。"))
    return redirect("my.care.checks")
