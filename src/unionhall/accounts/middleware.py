"""What each request gets from its user: the union in whose scope it runs, and the language of its pages."""
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from unionhall.accounts.tenancy import in_union

Handler = Callable[[HttpRequest], HttpResponse]


def union_scope(get_response: Handler) -> Handler:
    """Run the rest of the request in the scope of the signed-in user's union."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return get_response(request)
        with in_union(request.user.union):
            return get_response(request)

    return middleware


def language(get_response: Handler) -> Handler:
    """Speak the language the user chose; a stranger's choice is in a cookie, and Chinese is the default."""

    def middleware(request: HttpRequest) -> HttpResponse:
        user = request.user
        chosen = user.language if user.is_authenticated else request.COOKIES.get("unionhall_language", "zh-hans")
        with translation.override(chosen if translation.check_for_language(chosen) else "zh-hans"):
            return get_response(request)

    return middleware


def office_second_factor(get_response: Handler) -> Handler:
    return get_response
