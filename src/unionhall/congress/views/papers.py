"""The printed forms of a session, in Word."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.congress import printing
from unionhall.congress.models import Session
from unionhall.congress.permissions import manages
from unionhall.files import word
from unionhall.files.views import sent
from unionhall.pages.guards import needs


@require_POST
@needs(manages)
def paper(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """One form filled from the session; recorded before it leaves."""
    session = get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)
    if which not in printing.FORMS:
        raise Http404
    form = printing.FORMS[which]
    document = word.render(form.key, session)
    audit.export(form.key, by=request.user, rows=session.attendees.count(), filters={"session": str(session)})
    return sent(document, f"{session}{form.label}.docx", word.MEDIA_TYPE)
