"""What each request gets from its user: the union it runs in, the language of its pages, the second factor it needs."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation

from unionhall.accounts.roles import OFFICE_ROLES, grants_of
from unionhall.accounts.tenancy import in_union

Handler = Callable[[HttpRequest], HttpResponse]
OPEN_TO_UNBOUND = {"accounts.enrol", "accounts.sign_out", "accounts.language", "accounts.type_size"}


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


def must_have_second_factor(user: Any) -> bool:
    """Whether this account's posts may be used with a one-time code only (setting UNIONHALL_OFFICE_TOTP)."""
    return settings.UNIONHALL_OFFICE_TOTP and bool(grants_of(user, *OFFICE_ROLES))


def office_second_factor(get_response: Handler) -> Handler:
    """Where the setting asks for it, holders of office posts reach nothing before their phone is bound."""

    def middleware(request: HttpRequest) -> HttpResponse:
        return get_response(request)

    def process_view(request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if request.resolver_match.url_name in OPEN_TO_UNBOUND or request.user.is_anonymous:
            return None
        if request.user.totp_secret or not must_have_second_factor(request.user):
            return None
        return redirect("accounts.enrol")

    middleware.process_view = process_view
    return middleware
