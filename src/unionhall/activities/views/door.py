"""The door: the organiser's phone, a scanned or typed code, and whether this person has come."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.accounts.roles import is_signed_in
from unionhall.activities import codes, selectors, services
from unionhall.activities.flow import FLOW
from unionhall.activities.kinds import How
from unionhall.activities.models import Activity, Attendance
from unionhall.activities.permissions import runs
from unionhall.pages.guards import needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def check_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET shows whose code it is (`?code=`, which the QR picture opens), POST notes that they came.

    A code that two persons share shows both to choose from. Whoever does not run the activity has no such page.
    """
    activity = get_object_or_404(Activity.objects.visible_to(request.user), pk=pk)
    if not runs(request.user, activity):
        raise Http404
    if request.method == "POST":
        return _note(request, activity)
    return _page(request, activity, _find(request.GET.get("code", ""), activity))


def _note(request: HttpRequest, activity: Activity) -> HttpResponse:
    code = request.POST.get("code", "")
    FLOW.check(activity, "check_in", by=request.user)
    shown = _find(code, activity)
    if len(shown) != 1:
        return _page(request, activity, shown, asked=True)
    attendance = shown[0]
    how = How.SCAN if ":" in code else How.CODE
    if services.check_in(attendance, by=request.user, how=how):
        messages.success(request, _("已签到：%(name)s") % {"name": attendance.person.name})
    else:
        messages.info(request, _("%(name)s此前已签到，不用再签。") % {"name": attendance.person.name})
    return redirect(request.path)


def _find(code: str, activity: Activity) -> list[Attendance]:
    return selectors.at_door(activity, code) if code.strip() else []


def _page(request: HttpRequest, activity: Activity, shown: list[Attendance], *, asked: bool = False) -> HttpResponse:
    """The door's page; 422 when a code was sent that is nobody's here."""
    unknown = bool(asked or request.GET.get("code")) and not shown
    context = {
        "activity": activity,
        "shown": [(row, codes.signed(row.pk)) for row in shown],
        "counts": selectors.counts(activity),
        "unknown": unknown,
        "why_not": FLOW.why_not(activity, "check_in", by=request.user),
    }
    return render(request, "activities/door.html", context, status=422 if unknown else 200)
