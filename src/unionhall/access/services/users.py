"""What an owner changes on an account, and what the administrator does to it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.access import lockout
from unionhall.access.permissions import may_disable, may_issue_code
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import NotAllowed, WrongState


@transaction.atomic
def change_password(user: User, *, password: str) -> None:
    """Set a new password; every other session of the account ends with it."""
    user.set_password(password)
    user.save(update_fields=["password"])
    audit.record("accounts.change_password", user, by=user)


def disable(user: User, *, by: User, reason: str) -> None:
    """Close an account: it cannot sign in, and its sessions are out at their next request."""
    _switch(user, False, by=by, reason=reason)


def enable(user: User, *, by: User, reason: str) -> None:
    """Open a closed account again."""
    _switch(user, True, by=by, reason=reason)


@transaction.atomic
def _switch(user: User, is_active: bool, *, by: User, reason: str) -> None:
    if not may_disable(by, user):
        raise NotAllowed(_("停用、启用账号由系统管理员办理，且不能办理自己的账号。"))
    if not User.in_union.filter(pk=user.pk, is_active=not is_active).update(is_active=is_active):
        raise WrongState(_("这个账号已是这个状态。"))
    user.is_active = is_active
    audit.record(
        "accounts.enable" if is_active else "accounts.disable",
        user,
        by=by,
        reason=reason,
        before={"is_active": not is_active},
        after={"is_active": is_active},
    )


@transaction.atomic
def unlock(user: User, *, by: User) -> None:
    """Forget the failed attempts on an account, from every address."""
    if not may_issue_code(by, user):
        raise NotAllowed(_("您不能解除这个账号的锁定。"))
    if not lockout.forget(user.username):
        raise WrongState(_("这个账号没有被锁定。"))
    audit.record("accounts.unlock", user, by=by)


@transaction.atomic
def choose(user: User, **choice: Any) -> None:
    """Keep how the owner likes the pages: `language` or `large_type`."""
    before = {name: getattr(user, name) for name in choice}
    if before == choice:
        return
    for name, value in choice.items():
        setattr(user, name, value)
    user.save(update_fields=list(choice))
    audit.record("accounts.choose", user, by=user, before=before, after=choice)
