"""The lock-out: too many failures for one name from one address close it for a while, whether the name exists or not.

django-axes counts in the database, so that all workers count together. Activation codes and one-time codes are counted
with the passwords: a guesser has one allowance for all three.
"""

from datetime import datetime
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from unionhall.kernel import clock


def is_open(request: HttpRequest, username: str) -> bool:
    """Whether this name may be tried from this address now; if not, the request will be answered by `refused`."""
    if AxesProxyHandler.is_allowed(request, {"username": username}):
        return True
    request.axes_locked_out, request.axes_credentials = True, {"username": username}
    return False


def failed(request: HttpRequest, username: str) -> None:
    """Count one failure."""
    user_login_failed.send(__name__, credentials={"username": username}, request=request)


def forget(username: str) -> int:
    """Forget the failures of a name from every address; returns how many were kept."""
    return reset(username=username)


def locked_until(username: str, address: str | None = None) -> datetime | None:
    """When the lock-out of a name (from one address, or the last from any) ends; None when it is not locked."""
    fresh = AccessAttempt.objects.filter(username=username, attempt_time__gt=clock.now() - settings.AXES_COOLOFF_TIME)
    here = fresh.filter(ip_address=address) if address else fresh
    counted = here.values("ip_address").annotate(count=Sum("failures_since_start"), last=Max("attempt_time"))
    locked = [row["last"] for row in counted if row["count"] >= settings.AXES_FAILURE_LIMIT]
    return max(locked) + settings.AXES_COOLOFF_TIME if locked else None


def refused(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page of a lock-out: until when, and who can help before."""
    until = locked_until((credentials or {}).get("username", ""), request.axes_ip_address)
    return render(request, "access/locked.html", {"until": until, "limit": settings.AXES_FAILURE_LIMIT}, status=429)
