"""Papers of a session and of its records in Word, and the whole file as a zip; each recorded before it leaves."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from unionhall.audit import services as audit
from unionhall.congress import printing
from unionhall.congress.models import Session
from unionhall.congress.permissions import manages
from unionhall.congress.printing.archive import name_of, size_of, zipped
from unionhall.files.views import filled, sent
from unionhall.flows import WrongState
from unionhall.jobs import services as jobs
from unionhall.pages.guards import needs

ZIP = "application/zip"
AT_ONCE = 20 * 1024 * 1024  # bytes attached; more take longer than one likes to wait for a page


def _session(user: Any, pk: Any) -> Session:
    return get_object_or_404(Session.objects.visible_to(user).select_related("term"), pk=pk)


@require_POST
@needs(manages)
def paper(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """One form filled from the session; 409 for one that tells of what has not happened yet."""
    session = _session(request.user, pk)
    if which not in printing.FORMS:
        raise Http404
    form = printing.FORMS[which]
    if which not in printing.offered(session):
        raise WrongState(
            _("%(session)s还没有开到这一步，不能出具“%(form)s”。") % {"session": session, "form": form.label}
        )
    return filled(request, form.key, session, rows=session.attendees.count())


def of(model: type[models.Model], which: str) -> Callable[..., HttpResponse]:
    """The view that fills the form of one record: a resolution, a result, a motion, a joint meeting."""
    form = printing.OF_RECORDS[which]

    def single(request: HttpRequest, pk: UUID) -> HttpResponse:
        rows: Any = model._default_manager.all()
        return filled(request, form.key, get_object_or_404(rows.visible_to(request.user), pk=pk))

    return require_POST(needs(manages)(single))


@require_POST
@needs(manages)
def archive(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything of a session in one zip; in the background when much is attached."""
    session = _session(request.user, pk)
    audit.export("congress.archive", by=request.user, rows=session.attendees.count(), filters={"session": str(session)})
    if size_of(session) > AT_ONCE:
        job = jobs.start("congress.archive", by=request.user, session=str(session.pk))
        return redirect("jobs.show", job.pk)
    return sent(zipped(session), name_of(session), ZIP)
