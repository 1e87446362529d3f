"""The hall screen: present of entitled and the item before the session; asked each second, answered only when it changed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import is_signed_in
from unionhall.congress import selectors
from unionhall.congress.models import Attendee, Session
from unionhall.kernel.shared import Shared
from unionhall.pages.guards import needs

LATE = 0.1  # seconds a screen may lag behind, beside the time between its questions
shown_lately: Shared[selectors.Showing] = Shared(LATE)


def _session(request: HttpRequest, pk: UUID) -> Session:
    return get_object_or_404(Session.objects.visible_to(request.user).select_related("term"), pk=pk)


@require_safe
@needs(is_signed_in)
def screen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole screen, for whoever may see the session; without JavaScript it is reloaded by hand."""
    session = _session(request, pk)
    return render(request, "congress/hall.html", {"session": session, "now": selectors.showing(session)})


@require_safe
@needs(is_signed_in)
def now(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The part that changes, under a tag of what it shows: a browser that has it is told only that it has (304).

    Hundreds ask each second: whoever is called is known by one query, and what is shown is worked out once for all.
    """
    called = Attendee.objects.filter(session=pk, person__user=request.user).order_by()
    if not called.exists():
        _session(request, pk)
    shown = shown_lately.get(pk, lambda: selectors.showing(Session.objects.select_related("term").get(pk=pk)))
    if request.headers.get("If-None-Match") == shown.tag:
        answer: HttpResponse = HttpResponseNotModified()
    else:
        answer = render(request, "congress/now.html", {"now": shown})
    answer["ETag"] = shown.tag
    patch_cache_control(answer, private=True, no_cache=True)
    return answer
