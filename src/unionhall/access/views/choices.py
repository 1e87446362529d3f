"""Language and type size: kept with the account, or in a cookie for a stranger."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from unionhall.access.services import users
from unionhall.access.views.coming_in import YEAR, destination


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """`language` is one of settings.LANGUAGES; anything else is Chinese."""
    wanted = request.POST.get("language", "")
    chosen = wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
    return _kept(request, settings.LANGUAGE_COOKIE_NAME, chosen, language=chosen)


@require_POST
def type_size(request: HttpRequest) -> HttpResponse:
    """`large` is 1 for large type, empty for the usual."""
    large = request.POST.get("large") == "1"
    return _kept(request, "unionhall_large", "1" if large else "", large_type=large)


def _kept(request: HttpRequest, cookie: str, value: str, **choice: Any) -> HttpResponse:
    if request.user.is_authenticated:
        users.choose(request.user, **choice)
    response = redirect(destination(request))
    response.set_cookie(cookie, value, max_age=YEAR, httponly=True, samesite="Lax")
    return response
