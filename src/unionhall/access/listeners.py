"""A lock-out of a real account is kept in its union's audit trail."""

from typing import Any

from axes.signals import user_locked_out
from django.db import transaction
from django.dispatch import receiver
from django.http import HttpRequest

from unionhall.accounts.models import User, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit import services as audit


@receiver(user_locked_out)
def keep_lock_out(sender: Any, request: HttpRequest, username: str, **kwargs: Any) -> None:
    """One event when the door closes; further knocking while it is closed leaves none."""
    user = User.objects.select_related("union").filter(username=username).first()
    if user is None or request.axes_failures_since_start is None:
        return
    with in_union(user.union), transaction.atomic():
        audit.record("accounts.lock_out", user, by=system_user(), after={"address": request.axes_ip_address})
