"""What signing in, the second step and activation share: where to go next, and being let in."""

from typing import Any

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

from unionhall.access.services import second_factor
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit
from unionhall.kernel import clock

BACKEND = "unionhall.accounts.backends.AccountBackend"
UNION_COOKIE = "unionhall_union"
YEAR = 365 * 24 * 3600
SECONDS_FOR_SECOND_STEP = 300
_HELD = "second_step"


def destination(request: HttpRequest, default: str = "/") -> str:
    """Where the user was going, if it is an address of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else resolve_url(default)


def admit(request: HttpRequest, user: User) -> HttpResponse:
    """After the password: in, or on to the second step where the account has one."""
    if second_factor.is_enrolled(user):
        request.session.cycle_key()
        request.session[_HELD] = {
            "user": str(user.pk),
            "hash": user.get_session_auth_hash(),
            "since": clock.now().timestamp(),
            "next": destination(request),
        }
        response = redirect("accounts.second_step")
    else:
        response = let_in(request, user, destination(request))
    response.set_cookie(UNION_COOKIE, user.union.code, max_age=YEAR, httponly=True, samesite="Lax")
    return response


def held(request: HttpRequest) -> tuple[User, str] | None:
    """Who gave the right password a moment ago and owes the second step, and where they were going."""
    waiting: dict[str, Any] = request.session.get(_HELD) or {}
    if not waiting or clock.now().timestamp() - waiting["since"] > SECONDS_FOR_SECOND_STEP:
        return None
    user = User.objects.select_related("union").filter(pk=waiting["user"], is_active=True).first()
    if user is None or user.get_session_auth_hash() != waiting["hash"]:
        return None
    return user, waiting["next"]


def let_in(request: HttpRequest, user: User, to: str) -> HttpResponse:
    """Sign in, for good this time, in the language the user chose."""
    request.session.pop(_HELD, None)
    with in_union(user.union), transaction.atomic():
        login(request, user, backend=BACKEND)
        audit.record("accounts.sign_in", user, by=user)
    return redirect(to)
