"""Who may do what to an account."""

from typing import Any

import rules

from unionhall.access.lockout import locked_until
from unionhall.accounts.models import User
from unionhall.accounts.roles import OFFICE_ROLES, grants_of, in_office, is_administrator

may_see_users = is_administrator | in_office


@rules.predicate
def is_plain_account(user: Any, account: User | None = None) -> bool:
    """An account whose code gives away no more than one member's own matters: no administrator's, no office post's."""
    return account is None or not (account.is_administrator or grants_of(account, *OFFICE_ROLES))


@rules.predicate
def is_other(user: Any, account: User | None = None) -> bool:
    """Not one's own account: nobody locks himself out or unlocks himself."""
    return account is None or account.pk != user.pk


@rules.predicate
def is_system(user: Any, account: User | None = None) -> bool:
    """The system itself, which founds unions from the command line."""
    return user.is_system


# A code opens an account, so whoever issues it could enter as its owner: the office must not reach the chair that way.
may_issue_code = is_system | is_administrator | (in_office & is_plain_account)
may_disable = is_administrator & is_other


@rules.predicate
def is_live(user: Any, account: User | None = None) -> bool:
    """The account is not disabled."""
    return account is not None and account.is_active


@rules.predicate
def is_bound(user: Any, account: User | None = None) -> bool:
    """The account has a phone for its second step."""
    return account is not None and bool(account.totp_secret)


@rules.predicate
def is_locked(user: Any, account: User | None = None) -> bool:
    """The account is locked out at some address."""
    return account is not None and locked_until(account.username) is not None
