"""The sign-off list of an issue in Word and Excel, and who has not signed."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.care.models import Issue
from unionhall.care.selectors import issues as rows
from unionhall.care.tables import issues as tables
from unionhall.files.views import filled
from unionhall.kernel import excel
from unionhall.pages.guards import needs
from unionhall.pages.tables import joined
from unionhall.pages.workbook import sheet_of


@require_POST
@needs(in_office)
def paper(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """慰问金（品）签收表 in Word; recorded before it leaves."""
    issue = get_object_or_404(Issue.objects.visible_to(request.user), pk=pk)
    if which != "sign_off":
        raise Http404
    return filled(request, "care.sign_off", issue, rows=issue.entitlements.count())


@require_POST
@needs(in_office)
def workbook(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The sign-off list, or those who have not signed, as a workbook with room to sign; recorded before it leaves."""
    issue = get_object_or_404(Issue.objects.visible_to(request.user), pk=pk)
    if which not in ("sign_off", "unsigned"):
        raise Http404
    shares = rows.of_issue(issue, request.user)
    shares = shares.unsigned() if which == "unsigned" else shares
    title = issue.title + (_("未签收名单") if which == "unsigned" else _("签收表"))
    audit.export(f"care.{which}", by=request.user, rows=shares.count(), filters={"record": str(issue)})
    columns = tables.SIGN_OFF.shown(shares.model)
    sheet = sheet_of(title, joined(shares, columns), columns)
    return excel.response(title, replace(sheet, heading=title, bordered=True, landscape=True))
