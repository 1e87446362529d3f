"""The printed forms of proposals: Word, and the collected volume as PDF too. Recorded before anything leaves."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.accounts.roles import is_signed_in
from unionhall.audit import services as audit
from unionhall.files import pdf
from unionhall.files.views import filled, sent
from unionhall.pages.guards import needs
from unionhall.proposals import printing, selectors
from unionhall.proposals.permissions import acts_for_some_department, manages, oversees
from unionhall.proposals.selectors import pages

OF_PROPOSAL, OF_CALL = ("sheet", "letter"), ("report", "volume")
PDF = "application/pdf"


def _known(which: str, names: tuple[str, ...]) -> None:
    if which not in names:
        raise Http404


@require_POST
@needs(oversees)
def of_proposal(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """提案表, or the letter of reply once there is one."""
    _known(which, OF_PROPOSAL)
    rows: QuerySet = selectors.handed_in(request.user)
    proposal = get_object_or_404(rows.exclude(answered_on=None) if which == "letter" else rows, pk=pk)
    return filled(request, printing.FORMS[which].key, proposal)


@require_POST
@needs(is_signed_in)
def own(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The same for who moved or seconded it."""
    _known(which, OF_PROPOSAL)
    rows: QuerySet = pages.mine(request.user)
    proposal = get_object_or_404(rows.exclude(answered_on=None) if which == "letter" else rows, pk=pk)
    return filled(request, printing.FORMS[which].key, proposal)


@require_POST
@needs(oversees | acts_for_some_department)
def order(request: HttpRequest, pk: UUID) -> HttpResponse:
    """交办单 of one department's share."""
    return filled(request, printing.FORMS["order"].key, get_object_or_404(pages.assignments(request.user), pk=pk))


@require_POST
@needs(manages)
def of_call(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The report on a session's proposals, or all its cases in one volume."""
    _known(which, OF_CALL)
    call = get_object_or_404(pages.calls(request.user), pk=pk)
    return filled(request, printing.FORMS[which].key, call, rows=call.case_count)


@require_POST
@needs(manages)
def volume_as_pdf(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The collected volume, ready to be printed."""
    call = get_object_or_404(pages.calls(request.user), pk=pk)
    document = pdf.render(printing.HERE / "volume.typ", printing.volume_in_print(call))
    audit.export("proposals.volume", by=request.user, rows=call.case_count, filters={"record": str(call)})
    return sent(document, _("%(call)s汇编.pdf") % {"call": call}, PDF)
