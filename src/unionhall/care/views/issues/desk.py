"""Handing out on the spot: a scanned or typed code, whose share it is, a signature."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.care import codes
from unionhall.care.flow.issues import ISSUE_FLOW
from unionhall.care.models import Entitlement, Issue
from unionhall.care.permissions import hands_out
from unionhall.care.selectors import issues as rows
from unionhall.care.services import gifts
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key, where_it_led
from unionhall.pages.refusals import status_of

TYPED = ("package", "signed_for_by", "signed_relation")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(hands_out)
def hand_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    """GET shows whose code it is (`?code=`, which the QR picture opens); POST notes that it was fetched and signed for."""
    issue = get_object_or_404(Issue.objects.visible_to(request.user), pk=pk)
    if request.method != "POST":
        return _page(request, issue, request.GET.get("code", ""))
    if where_it_led(request):
        return redirect(request.path)
    code = request.POST.get("code", "")
    shown = rows.at_desk(issue, code, request.user)
    if len(shown) != 1 or "sign" not in request.POST:
        return _page(request, issue, code)
    try:
        act_once(request, lambda: _sign(request, shown[0]))
    except Refusal as refusal:
        return _page(request, issue, code, refusal)
    messages.success(request, _("已签收：%(name)s") % {"name": shown[0].person.name})
    return redirect(request.path)


def _sign(request: HttpRequest, share: Entitlement) -> str:
    package = next((one for one in share.issue.packages.all() if str(one.pk) == request.POST.get("package")), None)
    gifts.hand_out(
        share,
        by=request.user,
        package=package,
        signed_for_by=request.POST.get("signed_for_by", "")[:60],
        signed_relation=request.POST.get("signed_relation", "")[:30],
    )
    return request.path


def _page(request: HttpRequest, issue: Issue, code: str, refusal: Refusal | None = None) -> HttpResponse:
    """The page; 422 when a code was given that is nobody's here, and the refusal's own status."""
    shown = rows.at_desk(issue, code, request.user)
    unknown = bool(code.strip()) and not shown
    context = {
        "issue": issue,
        "shown": [(share, codes.signed(share.pk)) for share in shown],
        "packages": list(issue.packages.all()),
        "counts": rows.counts(issue),
        "unknown": unknown,
        "why_not": ISSUE_FLOW.why_not(issue, "hand_out", by=request.user),
        "typed": {name: request.POST.get(name, "") if refusal else "" for name in TYPED},
        "reason": str(refusal or ""),
        "once": new_key(),
    }
    status = status_of(refusal) if refusal else 422 if unknown else 200
    return render(request, "care/issues/desk.html", context, status=status)
