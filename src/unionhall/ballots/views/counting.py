"""The tellers' table: each enters a count alone, on a phone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from unionhall.accounts.roles import is_signed_in
from unionhall.ballots import selectors, services
from unionhall.ballots.flow import TELLERS
from unionhall.ballots.forms import CountForm
from unionhall.ballots.models import Poll
from unionhall.flows import Refusal
from unionhall.pages.guards import needs
from unionhall.pages.refusals import status_of


@require_http_methods(["GET", "HEAD", "POST"])
@needs(is_signed_in)
def count(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One's own count; the other teller's is shown beside it only when both are in and differ."""
    own = Poll.objects.visible_to(request.user).filter(tellers__user=request.user)
    poll = get_object_or_404(own, pk=pk)
    counts, mine = _standing(poll, request.user)
    form, refusal = CountForm(request.POST or None, poll=poll, mine=mine), None
    if request.method == "POST" and form.is_valid():
        try:
            services.count(poll, by=request.user, **form.numbers())
        except Refusal as why:
            refusal = why
        else:
            messages.success(request, _("计数已录入。"))
            return redirect("my.votes.count", pk)
    differ = len(counts) == TELLERS and counts[0].numbers() != counts[1].numbers()
    context = {
        "poll": poll,
        "form": form,
        "mine": mine,
        "differences": selectors.differences(poll, counts) if differ else [],
        "agree": len(counts) == TELLERS and not differ,
        "reason": str(refusal or ""),
    }
    status = status_of(refusal) if refusal else 422 if form.errors else 200
    return render(request, "ballots/my/count.html", context, status=status)


def _standing(poll: Poll, user: Any) -> tuple[list[Any], Any]:
    """The latest counts, and one's own among them."""
    counts = poll.latest_counts()
    return counts, next((count for count in counts if count.teller.user_id == user.pk), None)
