"""Accounts as the administrator and the office see them: never a password, never a business record."""

from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from unionhall.access.models import ActivationCode
from unionhall.access.permissions import may_see_users
from unionhall.accounts.models import User
from unionhall.kernel import clock

NEVER_SET = "!"  # how Django marks a password that nobody has chosen yet


def rows(user: Any) -> models.QuerySet[User]:
    """The accounts of the union in scope, with `is_activated` and `has_code` (an open activation code)."""
    if not may_see_users(user):
        return User.in_union.none()
    open_code = ActivationCode.objects.filter(user=OuterRef("pk"), closed_at=None, expires_at__gt=clock.now())
    activated = ~Q(password__startswith=NEVER_SET) & ~Q(password="")
    return (
        User.in_union.filter(is_system=False)
        .annotate(
            is_activated=models.ExpressionWrapper(activated, models.BooleanField()),
            has_code=Exists(open_code),
        )
        .order_by("staff_no")
    )


def not_activated() -> models.QuerySet[User]:
    """Live accounts whose owner has never set a password."""
    waiting = Q(password__startswith=NEVER_SET) | Q(password="")
    return User.in_union.filter(waiting, is_system=False, is_active=True).order_by("staff_no")
