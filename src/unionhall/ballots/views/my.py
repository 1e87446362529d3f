"""The voter's pages on the phone: what waits, one poll, casting."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.ballots import selectors, services
from unionhall.ballots.flow import State
from unionhall.ballots.models import Poll, Question, Result, RollEntry
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.once import new_key
from unionhall.pages.refusals import status_of

SHOWN, TAP = 50, 40


@require_safe
@needs(is_signed_in)
def listing(request: HttpRequest) -> HttpResponse:
    """The polls that ask one, and those one was asked in."""
    waiting = list(Poll.objects.awaiting(request.user).order_by("opened_at"))
    counting = list(Poll.objects.awaiting_count(request.user).order_by("opened_at"))
    past = selectors.mine(request.user).exclude(pk__in=[poll.pk for poll in [*waiting, *counting]])
    context = {"waiting": waiting, "counting": counting, "past": past[:SHOWN]}
    return render(request, "ballots/my/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One poll: the paper while one may vote, then where it stands, then the result. POST casts."""
    entry = selectors.entry_of(request.user, pk)
    own = entry is not None and entry.poll.opened_at is not None
    poll = entry.poll if own else get_object_or_404(selectors.mine(request.user), pk=pk)
    tap, refusal = request.POST.get("once", "")[:TAP], None
    if request.method == "POST":
        try:
            _cast(request, poll, entry, tap)
        except Refusal as why:
            refusal = why
        else:
            messages.success(request, _("已收到您的投票。"))
            return redirect("my.votes.show", pk)
    context = _paper(request, poll, entry) | {"reason": str(refusal or ""), "once": tap or new_key()}
    return render(request, "ballots/my/show.html", context, status=status_of(refusal) if refusal else 200)


def _cast(request: HttpRequest, poll: Poll, entry: RollEntry | None, tap: str) -> None:
    if entry is None:
        services.cast(poll, by=request.user, choices={}, tap=tap)  # refuses, in its words
    else:
        services.cast_as(entry, by=request.user, tap=tap, **_answers(request, poll))


def _paper(request: HttpRequest, poll: Poll, entry: RollEntry | None) -> dict[str, Any]:
    voted = entry is not None and not poll.is_counted and selectors.has_voted(poll, entry)
    result = Result.objects.visible_to(request.user).filter(poll=poll).select_related("poll").first()
    is_asked = entry is not None and entry.is_present and poll.state == State.OPEN and not poll.is_counted
    return {
        "poll": poll,
        "entry": entry,
        "voted": voted,
        "own": selectors.own_vote(poll, entry) if entry else None,
        "asked": _asked(request, poll) if is_asked and not voted else [],
        "counts_it": poll.tellers.filter(user=request.user).exists(),
        "result": result,
        "parts": selectors.sheet(result) if result else [],
    }


def _asked(request: HttpRequest, poll: Poll) -> list[tuple[Question, list[tuple[Any, bool]], str]]:
    """Each question with its options, those already marked when the paper was refused, and the words typed."""
    return [
        (
            question,
            [(one, one.pk.hex in request.POST.getlist(question.pk.hex)) for one in question.options.all()],
            request.POST.get(question.pk.hex, "") if question.is_text else "",
        )
        for question in poll.asked()
    ]


def _answers(request: HttpRequest, poll: Poll) -> dict[str, Any]:
    """What was sent as `cast` takes it; what is no key at all becomes one that no poll has."""
    questions = poll.asked()
    chosen = {one.pk: request.POST.getlist(one.pk.hex) for one in questions if not one.is_text}
    return {
        "choices": {pk: [_key(text) for text in texts] for pk, texts in chosen.items()},
        "words": {one.pk: request.POST.get(one.pk.hex, "") for one in questions if one.is_text},
    }


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        return UUID(int=0)
