"""One's own health check on the phone: pick a day, another day, or none."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.care.models import CheckDay
from unionhall.care.permissions import has_page
from unionhall.care.selectors import health as selectors
from unionhall.care.services import health
from unionhall.pages.guards import needs

SHOWN = 20


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """The rounds one is on the list of, the open ones with the days that are left."""
    days = selectors.free_days()
    checks = [(check, days.get(check.round_id, [])) for check in selectors.mine(request.user)[:SHOWN]]
    return render(request, "care/health/my.html", {"checks": checks})


@require_POST
@needs(has_page)
def book(request: HttpRequest, pk: UUID, day: UUID) -> HttpResponse:
    """Book a day."""
    check = get_object_or_404(selectors.mine(request.user), pk=pk)
    health.book(check, by=request.user, day=get_object_or_404(CheckDay, pk=day, round=check.round))
    messages.success(request, _("已预约。"))
    return redirect("my.care.checks")


@require_POST
@needs(has_page)
def decline(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Not this time."""
    health.decline(get_object_or_404(selectors.mine(request.user), pk=pk), by=request.user)
    messages.success(request, _("已登记放弃；本轮结束前还可以再预约。"))
    return redirect("my.care.checks")
