"""The phone of whoever is called: sessions, agenda and papers, one's own code and leave, what one's delegation said."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.congress import codes, selectors, services
from unionhall.congress.flow import FLOW, GATHERED, ITEM_FLOW, UNSETTLED, State
from unionhall.congress.forms import LeaveForm, NoteForm
from unionhall.congress.models import AgendaItem, Attendee, DiscussionNote, Session
from unionhall.congress.permissions import heads_delegation, is_delegate, presides, reads_notes
from unionhall.flows import Refusal
from unionhall.kernel import clock
from unionhall.pages.guards import needs
from unionhall.pages.once import act_once, new_key
from unionhall.pages.refusals import status_of


@require_safe
@needs(is_signed_in)
def listing(request: HttpRequest) -> HttpResponse:
    """The sessions one is called or invited to; nobody else has this page."""
    mine = Session.objects.filter(attendees__person__user=request.user).select_related("term")
    seated = is_delegate(request.user)
    if not mine and not seated:
        raise Http404
    return render(request, "congress/my/list.html", {"sessions": mine[:20], "is_delegate": seated})


@require_safe
@needs(is_signed_in)
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One session: when and where, agenda and papers, votes and results, one's own place, one's delegation."""
    session = _session(request, pk)
    mine = _place(request, session)
    beside, today = session.beside, clock.today()
    context = {
        "session": session,
        "beside": beside if beside and _place(request, beside) else None,
        "lines": selectors.agenda_of(session, request.user),
        "mine": mine,
        "heads": bool(mine and mine.delegate and mine.delegate.is_head),
        "presides": presides(request.user, session),
        "delegation": _delegation(session, mine),
        "is_gathered": session.state in GATHERED or session.is_ahead,
        "open_to_notes": UNSETTLED if session.is_open_to_notes else (),
        "is_the_day": session.held_on <= today <= session.ends_on,
        "has_hall": session.held_on <= today and session.state not in (State.ARCHIVED, State.CANCELLED),
        "papers_by": _papers_by(session, today),
    }
    return render(request, "congress/my/show.html", context)


def _session(request: HttpRequest, pk: UUID) -> Session:
    return get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)


def _papers_by(session: Session, today: date) -> date | None:
    """The day by which papers are still to reach the delegates, from the checklist; None once it has passed."""
    step = session.steps.filter(key="papers_out", done_on=None, due_on__gte=today).first()
    return step.due_on if step else None


def _place(request: HttpRequest, session: Session) -> Attendee | None:
    return session.attendees.filter(person__user=request.user).select_related("delegate", "person").first()


def _delegation(session: Session, mine: Attendee | None) -> dict[str, Any] | None:
    """For the head of a delegation, who of it has come."""
    if not (mine and mine.delegate and mine.delegate.is_head):
        return None
    rows = list(session.attendees.delegates().filter(delegate__delegation=mine.delegate.delegation_id))
    return {"rows": rows, "came": sum(row.came_at is not None for row in rows)}


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


@require_safe
@needs(is_signed_in)
def notes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What every delegation said, item by item: for the presidium and the office."""
    session = _session(request, pk)
    if not reads_notes(request.user, session):
        raise Http404
    said = DiscussionNote.objects.visible_to(request.user).filter(item__session=session).select_related("delegation")
    items = [(item, [note for note in said if note.item_id == item.pk]) for item in session.items.all()]
    return render(request, "congress/my/notes.html", {"session": session, "items": items})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def leave(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Excuse oneself, with a reason."""
    session = _session(request, pk)
    mine = _place(request, session)
    if mine is None:
        raise Http404
    mine.session = session

    def act(**typed: Any) -> str:
        services.ask_leave(mine, by=request.user, **typed)
        messages.success(request, _("请假已登记。"))
        return reverse("my.congress.show", args=[pk])

    form = LeaveForm(request.POST or None, user=request.user, obj=session)
    why_not = FLOW.why_not(session, "ask_leave", by=request.user)
    return _asked(request, form, act, "congress/my/leave.html", {"session": session}, why_not)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The head of a delegation writes down what it said of an item."""
    item = get_object_or_404(AgendaItem.objects.visible_to(request.user).select_related("session__term"), pk=pk)
    if not heads_delegation(request.user, item):
        raise Http404

    def act(**typed: Any) -> str:
        services.note(item, by=request.user, **typed)
        messages.success(request, _("讨论意见已记录，工会汇总后提交主席团。"))
        return reverse("my.congress.show", args=[item.session_id])

    known = _own_note(item, request.user)
    start = {"text": known.text, "delegation": known.delegation_id} if known else None
    form = NoteForm(request.POST or None, user=request.user, obj=item, initial=start)
    why_not = ITEM_FLOW.why_not(item, "note", by=request.user)
    return _asked(request, form, act, "congress/my/note.html", {"item": item}, why_not)


def _own_note(item: AgendaItem, user: Any) -> DiscussionNote | None:
    own = {"delegation__delegates__person__user": user, "delegation__delegates__ended_on": None}
    return DiscussionNote.objects.filter(item=item, **own).first()


def _asked(
    request: HttpRequest,
    form: Any,
    act: Callable[..., str],
    template: str,
    context: dict[str, Any],
    why_not: str | None,
) -> HttpResponse:
    """A form of the phone: asks, acts once and goes on, or says what is wrong."""
    refusal: Refusal | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return redirect(act_once(request, lambda: act(**form.cleaned_data)))
        except Refusal as why:
            refusal = why
    status = status_of(refusal) if refusal else 422 if form.errors else 200
    shown = {"form": form, "reason": str(refusal or why_not or ""), "once": new_key()}
    return render(request, template, context | shown, status=status)
