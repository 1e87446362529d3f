"""The report as paper: print preview, Word, and what has changed since it was signed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from unionhall.audit import services as audit
from unionhall.duty.models import Report
from unionhall.duty.paper.compose import compose
from unionhall.duty.paper.word import word
from unionhall.duty.permissions import may_list
from unionhall.duty.selectors import rows
from unionhall.duty.services.changes import changes
from unionhall.pages.guards import needs

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _report(request: HttpRequest, pk: UUID) -> Report:
    return get_object_or_404(rows(request.user), pk=pk)


@require_safe
@needs(may_list)
def preview(request: HttpRequest, pk: UUID) -> HttpResponse:
    """As it will be printed, evidence included."""
    report = _report(request, pk)
    return render(request, "duty/print.html", {"report": report, "paper": compose(report)})


@require_POST
@needs(may_list)
def download(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The Word document; that it left is recorded."""
    report = _report(request, pk)
    content = word(report)
    audit.export("duty.word", by=request.user, rows=1, filters={"report": report.number})
    name = f"{report.number} {report.title}.docx"
    return HttpResponse(
        content, content_type=DOCX, headers={"Content-Disposition": content_disposition_header(True, name)}
    )


@require_safe
@needs(may_list)
def since(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Frozen figures beside the live ones, with the rows that came and went."""
    report = _report(request, pk)
    if not report.is_signed:
        raise Http404
    found = changes(report, request.user)
    return render(
        request,
        "duty/since.html",
        {
            "report": report,
            "changed": [one for one in found if one.is_changed],
            "kept": [one for one in found if not one.is_changed],
        },
    )
