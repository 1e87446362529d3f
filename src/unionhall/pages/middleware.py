"""Refusals raised anywhere become pages that explain themselves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from unionhall.flows import Refusal
from unionhall.pages.refusals import refusal_page

Handler = Callable[[HttpRequest], HttpResponse]


def refusals(get_response: Handler) -> Handler:
    """Answer a Refusal that a view let escape with its sentence: 403 or 409, never 500."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_exception(request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refusal_page(request, exception) if isinstance(exception, Refusal) else None

    middleware.process_exception = process_exception
    return middleware
