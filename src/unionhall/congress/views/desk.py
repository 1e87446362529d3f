"""The check-in desk: a scanned code, a staff number or a name, and whether this person has come."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.congress import codes, selectors, services
from unionhall.congress.flow import FLOW
from unionhall.congress.kinds import How
from unionhall.congress.models import Attendee, Session
from unionhall.congress.permissions import manages
from unionhall.pages.guards import needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(manages)
def roll_call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET lists who has not come, delegation by delegation; POST notes those ticked, or all of one not on leave."""
    session = get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)
    groups = selectors.absent(session)
    if request.method == "POST":
        ticked = set(request.POST.getlist("attendee"))
        whole = request.POST.get("group", "")
        chosen = [
            row
            for group in groups
            for row in group.absent
            if str(row.pk) in ticked or (group.key == whole and not row.leave_reason)
        ]
        count = services.check_in_many(session, by=request.user, attendees=chosen)
        messages.success(request, _("已签到%(count)s人。") % {"count": count})
        return redirect(request.path)
    context = {
        "session": session,
        "groups": groups,
        "now": selectors.showing(session),
        "why_not": FLOW.why_not(session, "check_in", by=request.user),
    }
    return render(request, "congress/roll_call.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(manages)
def check_in(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET shows whose code it is (`?code=`, which the QR picture opens), POST notes that they came."""
    session = get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)
    if request.method == "POST":
        return _note(request, session)
    return _page(request, session, selectors.at_desk(session, request.GET.get("code", "")))


def _note(request: HttpRequest, session: Session) -> HttpResponse:
    code = request.POST.get("code", "")
    FLOW.check(session, "check_in", by=request.user)
    shown = selectors.at_desk(session, code)
    if len(shown) != 1:
        return _page(request, session, shown, asked=True)
    attendee = shown[0]
    if "leaves" in request.POST:
        services.check_out(attendee, by=request.user)
        messages.success(request, _("已登记离会：%(name)s") % {"name": attendee.name})
    elif services.check_in(attendee, by=request.user, how=How.SCAN if ":" in code else How.DESK):
        messages.success(request, _("已签到：%(name)s") % {"name": attendee.name})
    else:
        messages.info(request, _("%(name)s此前已签到，不用再签。") % {"name": attendee.name})
    return redirect(request.path)


def _page(request: HttpRequest, session: Session, shown: list[Attendee], *, asked: bool = False) -> HttpResponse:
    """The desk's page; 422 when a code was sent that is nobody's here."""
    unknown = bool(asked or request.GET.get("code")) and not shown
    context = {
        "session": session,
        "beside": session.beside,
        "shown": [(row, codes.signed(row.pk)) for row in shown],
        "now": selectors.showing(session),
        "unknown": unknown,
        "typed": request.POST.get("code", ""),
        "why_not": FLOW.why_not(session, "check_in", by=request.user),
    }
    return render(request, "congress/desk.html", context, status=422 if unknown else 200)
