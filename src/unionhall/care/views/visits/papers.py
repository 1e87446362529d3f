"""The papers of one visit, and the list of events from the personnel department."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.care.exchange.events import EventImporter
from unionhall.care.permissions import manages, may_list, opens_papers
from unionhall.care.selectors import visits as rows
from unionhall.care.services import proofs
from unionhall.files.views import filled, sent
from unionhall.pages.guards import needs
from unionhall.pages.imports import ImportPages

PAPERS = {"approval": "care.approval", "sign_off": "care.visit_sign_off", "record": "care.record"}

event_import = ImportPages(
    name="care.import_events",
    path="office/care/events/import",
    who=in_office,
    done="care.events.list",
    importer=EventImporter(),
)


@require_POST
@needs(may_list)
def paper(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """One paper in Word; recorded before it leaves, and the record of what was heard as a look at it."""
    visit = get_object_or_404(rows.visits(request.user), pk=pk)
    if which not in PAPERS or not manages(request.user, visit):
        raise Http404
    if which == "record":
        audit.read(visit, by=request.user, what=gettext_lazy("走访记录"))
    return filled(request, PAPERS[which], visit)


@require_POST
@needs(opens_papers)
def open_paper(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A paper that proves an occasion; a look at what tells of somebody's life is logged before."""
    found = get_object_or_404(rows.papers(request.user), pk=pk)
    return sent(proofs.open_paper(found, by=request.user), found.name, found.media_type)


@require_POST
@needs(may_list)
def round_sheet(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sign-off sheet of a whole round in Word; recorded before it leaves."""
    together = get_object_or_404(rows.rounds(request.user), pk=pk)
    return filled(request, "care.round_sign_off", together, rows=together.visit_count or 0)
