"""Activation codes: how an account gets its first password, and a new one when the old is forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.access.codes import digest, new_code
from unionhall.access.models import ActivationCode
from unionhall.access.permissions import may_issue_code
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import NotAllowed
from unionhall.kernel import clock

VALID_FOR = timedelta(days=14)  # from the day slips are cut to the end of the round that hands them out


@dataclass(frozen=True)
class Slip:
    """A code on its way to its owner; this is the only place where it stands in clear."""

    user: User
    code: str
    expires_at: datetime


@transaction.atomic
def issue(users: Iterable[User], *, by: User) -> list[Slip]:
    """Give each account a new code; older ones stop working, passwords keep working until the code is used.

    Raises NotAllowed when one of them is not `by`'s to let in, and then nobody has a code.
    """
    slips = [Slip(user, new_code(), clock.now() + VALID_FOR) for user in users]
    if others := [slip.user.name for slip in slips if not may_issue_code(by, slip.user)]:
        raise NotAllowed(
            _("%(names)s的账号有管理权限，激活码请系统管理员发放；请去掉这些工号再办。") % {"names": "、".join(others)}
        )
    _close([slip.user.pk for slip in slips])
    ActivationCode.objects.bulk_create(
        [
            ActivationCode(
                user=slip.user, digest=digest(slip.code, "activation"), issued_by=by, expires_at=slip.expires_at
            )
            for slip in slips
        ],
        batch_size=500,
    )
    audit.record_many(
        "accounts.issue_code", [(slip.user, {}, {"expires_at": slip.expires_at}) for slip in slips], by=by
    )
    return slips


def owner_of(username: str, code: str) -> User | None:
    """The account that this code opens now; None for an unknown name, a wrong, used or expired code alike.

    One query whatever is wrong, so that the time taken tells nothing either.
    """
    found = (
        ActivationCode._base_manager.select_related("user__union")
        .filter(
            user__username=username,
            user__is_active=True,
            user__union__is_active=True,
            closed_at=None,
            expires_at__gt=clock.now(),
            digest=digest(code, "activation"),
        )
        .first()
    )
    return found.user if found else None


@transaction.atomic
def activate(user: User, *, code: str, password: str) -> bool:
    """Set the password by a code and use the code up; False when somebody else just used it. Ends every session."""
    mine = ActivationCode.objects.filter(user=user, digest=digest(code, "activation"), closed_at=None)
    if not mine.update(closed_at=clock.now()):
        return False
    user.set_password(password)
    user.save(update_fields=["password"])
    audit.record("accounts.activate", user, by=user)
    return True


def _close(users: list[UUID]) -> None:
    """Stop the open codes of these accounts; the lock lets only one issuer at a time give an account a code."""
    for start in range(0, len(users), 500):
        batch = User.in_union.select_for_update().filter(pk__in=users[start : start + 500])
        ActivationCode.objects.filter(user__in=list(batch), closed_at=None).update(closed_at=clock.now())
