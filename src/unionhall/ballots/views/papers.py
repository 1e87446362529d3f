"""The result sheet: on a page to print, in Word, and as PDF; what leaves as a file is recorded."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.audit import services as audit
from unionhall.ballots import printing, selectors
from unionhall.ballots.models import Result
from unionhall.ballots.permissions import may_list
from unionhall.files import word
from unionhall.files.views import sent
from unionhall.pages.guards import needs

PDF = "application/pdf"


def _result(request: HttpRequest, poll: UUID) -> Result:
    return get_object_or_404(Result.objects.visible_to(request.user).select_related("poll__union"), poll=poll)


@require_safe
@needs(is_signed_in)
def result_sheet(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every number of a result on one page of paper, with the rule's text and the places to sign."""
    result = _result(request, pk)
    context = {
        "result": result,
        "poll": result.poll,
        "parts": selectors.sheet(result),
        "verdict": printing.verdict(result),
        "tellers": result.poll.tellers.select_related("user"),
        "may_list": may_list(request.user),
    }
    return render(request, "ballots/sheet.html", context)


@require_POST
@needs(is_signed_in)
def sheet_file(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """The sheet as a file, `word` or `pdf`."""
    if kind not in ("word", "pdf"):
        raise Http404
    result = _result(request, pk)
    content = word.render(printing.SHEET.key, result) if kind == "word" else printing.as_pdf(result)
    filters = {"poll": result.poll.number, "kind": kind}
    audit.export(printing.SHEET.key, by=request.user, rows=result.lines.count(), filters=filters)
    ending, media = ("docx", word.MEDIA_TYPE) if kind == "word" else ("pdf", PDF)
    return sent(content, _("%(poll)s结果单") % {"poll": result.poll} + f".{ending}", media)
