"""The phone of whoever is called: sessions, agenda and papers, one's own code, what one's delegation said; resolutions."""

from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.congress import codes, selectors, services, tables
from unionhall.congress.flow import GATHERED, ITEM_FLOW
from unionhall.congress.forms import NoteForm
from unionhall.congress.models import AgendaItem, Attendee, DiscussionNote, Resolution, Session
from unionhall.congress.permissions import heads_delegation, is_delegate, may_read_resolutions
from unionhall.congress.views import panels
from unionhall.files.models import Attachment
from unionhall.flows import Refusal
from unionhall.pages.declare import Pages
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key
from unionhall.pages.panels import Facts, Panel
from unionhall.pages.refusals import status_of


@require_safe
@needs(is_signed_in)
def listing(request: HttpRequest) -> HttpResponse:
    """The sessions one is called or invited to; nobody else has this page."""
    mine = Session.objects.filter(attendees__person__user=request.user).select_related("term")
    if not mine and not is_delegate(request.user):
        raise Http404
    return render(request, "congress/my/list.html", {"sessions": mine[:20]})


@require_safe
@needs(is_signed_in)
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session: when and where, agenda and papers, one's own code, one's delegation's notes."""
    session = get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)
    items = list(session.items.prefetch_related("papers"))
    context = {
        "session": session,
        "items": [(item, _files(item), _own_note(item, request.user)) for item in items],
        "mine": Attendee.objects.filter(session=session, person__user=request.user).first(),
        "heads": any(heads_delegation(request.user, item) for item in items[:1]),
        "shows_code": session.state in GATHERED,
    }
    return render(request, "congress/my/show.html", context)


def _files(item: AgendaItem) -> Any:
    return Attachment.objects.of(item)


def _own_note(item: AgendaItem, user: Any) -> DiscussionNote | None:
    return DiscussionNote.objects.filter(
        item=item, delegation__delegates__person__user=user, delegation__delegates__ended_on=None
    ).first()


@require_safe
@needs(is_signed_in)
def ticket(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The QR picture for the check-in desk; only one's own."""
    mine = Attendee.objects.filter(session=pk, person__user=request.user).select_related("session__term").first()
    if mine is None:
        raise Http404
    desk = request.build_absolute_uri(reverse("congress.check_in", args=[pk]))
    picture = segno.make(f"{desk}?code={codes.signed(mine.pk)}", error="m").svg_inline(border=2, omitsize=True)
    return render(request, "congress/my/ticket.html", {"mine": mine, "picture": mark_safe(picture)})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The head of a delegation writes down what it said of an item."""
    item = get_object_or_404(AgendaItem.objects.visible_to(request.user).select_related("session__term"), pk=pk)
    if not heads_delegation(request.user, item):
        raise Http404
    known = _own_note(item, request.user)
    start = {"text": known.text, "delegation": known.delegation_id} if known else None
    form = NoteForm(request.POST or None, user=request.user, obj=item, initial=start)
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(act_once(request, lambda: _noted(request, item, form)))
        except Refusal as why:
            refusal = why
    status = status_of(refusal) if refusal else 422 if form.errors else 200
    context = {
        "item": item,
        "form": form,
        "reason": str(refusal or ITEM_FLOW.why_not(item, "note", by=request.user) or ""),
        "once": new_key(),
    }
    return render(request, "congress/my/note.html", context, status=status)


def _noted(request: HttpRequest, item: AgendaItem, form: NoteForm) -> str:
    services.note(item, by=request.user, **form.cleaned_data)
    messages.success(request, _("讨论意见已记录，工会汇总后提交主席团。"))
    return reverse("my.congress.show", args=[item.session_id])


def published(user: Any) -> Any:
    """What was announced to everybody."""
    return selectors.resolutions(user).filter(published_on__isnull=False)


resolution_pages = Pages(
    name="my.resolutions",
    path="my/resolutions",
    face="my",
    model=Resolution,
    rows=published,
    may_list=may_read_resolutions,
    table=tables.ResolutionTable,
    title=gettext_lazy("代表大会决议"),
    about=gettext_lazy("职代会、工代会通过并公布的决议都在这里，对全体职工有约束力（职代会条例第三十四条）。"),
    panels=[
        Panel("congress/resolution.html", panels.sealed),
        Facts("number", "session", "adopted_on", "published_on"),
    ],
)
