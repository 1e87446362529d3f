"""How a refusal answers: which status, and as a page of its own when no form is there to show it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from unionhall.flows import NotAllowed, Refusal


def status_of(refusal: Refusal) -> int:
    """403 for whom it is not, 409 for when it cannot be."""
    return 403 if isinstance(refusal, NotAllowed) else 409


def refusal_page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal in words, with a way back; for htmx the words alone."""
    template = "pages/parts/refusal.html" if request.htmx else "pages/refusal.html"
    context = {"reason": str(refusal), "back": _came_from(request)}
    return render(request, template, context, status=status_of(refusal))


def _came_from(request: HttpRequest) -> str:
    """The page of ours one came from, or nothing."""
    address = request.headers.get("Referer", "")
    return address if url_has_allowed_host_and_scheme(address, {request.get_host()}) else ""
