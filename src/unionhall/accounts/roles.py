"""Roles: the rights a person carries, and where. They follow the post and its dates, never a list of permissions.

Posts are known two floors up, in `people`, which tells us here how to look them up (`grants_from`). A grant names a
role and, where the role is bounded, the unit or department it is held in. Each source is asked once per request, and
only when a role that it can give is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import rules
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from unionhall.accounts.models import User


class Role(models.TextChoices):
    """Who somebody is to the union (design: section 2)."""

    MEMBER = "member", _("会员")
    RETIRED = "retired", _("退休会员")
    GROUP_LEADER = "group_leader", _("工会小组长")
    BRANCH_CHAIR = "branch_chair", _("分工会主席")
    CLERK = "clerk", _("专职干事")
    CHAIR = "chair", _("工会主席")
    VICE_CHAIR = "vice_chair", _("工会副主席")
    COMMITTEE = "committee", _("工会委员")
    ACCOUNTANT = "accountant", _("工会会计")
    CASHIER = "cashier", _("工会出纳")
    AUDITOR = "auditor", _("经审委员")
    WOMEN = "women", _("女职工委员")
    PROPOSALS = "proposals", _("提案委员")
    MEDIATOR = "mediator", _("调解委员")
    DELEGATE = "delegate", _("职工代表")
    DELEGATION_HEAD = "delegation_head", _("代表团团长")
    HANDLER = "handler", _("承办部门经办人")
    DEPARTMENT_HEAD = "department_head", _("部门负责人")
    HOSPITAL_LEADER = "hospital_leader", _("院领导")
    COUNSELLOR = "counsellor", _("心理咨询师")
    LEGAL_ADVISER = "legal_adviser", _("法律顾问")
    UPPER_VIEWER = "upper_viewer", _("上级工会查阅人")


OFFICE_ROLES = frozenset({Role.CLERK, Role.CHAIR, Role.VICE_CHAIR})


@dataclass(frozen=True)
class Grant:
    """One role held today; `unit` or `department` bound it where the role is bounded."""

    role: str
    unit: UUID | None = None
    department: UUID | None = None


_sources: dict[Callable[["User"], Iterable[Grant]], frozenset[str]] = {}


def grants_from(source: Callable[["User"], Iterable[Grant]], *roles: str) -> None:
    """Register where grants of some roles come from, or of any: `people` for membership and posts, `congress` for delegates."""
    _sources[source] = frozenset(roles)


def grants_of(user: Any, *roles: str) -> frozenset[Grant]:
    """What a user holds today, of some roles or of all; nothing for a stranger, a disabled account or the system itself."""
    if not getattr(user, "is_authenticated", False) or not user.is_active:
        return frozenset()
    if not hasattr(user, "_grants"):
        user._grants = {}
    known = user._grants  # by source, and by what was asked: a page of the desk asks the same a hundred times
    if roles not in known:
        known[roles] = frozenset(_found(user, roles, known))
    return known[roles]


def _found(user: Any, roles: tuple[str, ...], known: dict[Any, frozenset[Grant]]) -> Iterator[Grant]:
    """The grants of some roles or of all, from the sources that can give them."""
    for source, gives in _sources.items():
        if roles and gives and gives.isdisjoint(roles):
            continue
        if source not in known:
            known[source] = frozenset(source(user))
        yield from (grant for grant in known[source] if not roles or grant.role in roles)


def units_where(user: Any, *roles: str) -> frozenset[UUID]:
    """The units in which a user holds one of the roles: what a branch chair's list is bounded by."""
    return frozenset(grant.unit for grant in grants_of(user, *roles) if grant.unit)


def departments_where(user: Any, *roles: str) -> frozenset[UUID]:
    """The departments in which a user holds one of the roles."""
    return frozenset(grant.department for grant in grants_of(user, *roles) if grant.department)


def has_role(*roles: str) -> rules.predicates.Predicate:
    """The predicate that a user holds one of the roles today, anywhere in the union, or is the system itself."""

    def holds(user: Any, obj: Any = None) -> bool:
        return getattr(user, "is_system", False) or bool(grants_of(user, *roles))

    return rules.predicate(holds, name="has_role:" + ",".join(roles))


in_office = has_role(*OFFICE_ROLES)
is_chair = has_role(Role.CHAIR)


@rules.predicate
def is_administrator(user: Any, obj: Any = None) -> bool:
    """The system administrator: settings, users and backups, and no business record at all."""
    return getattr(user, "is_administrator", False) and user.is_active


@rules.predicate
def is_signed_in(user: Any, obj: Any = None) -> bool:
    """Anyone with a live account."""
    return getattr(user, "is_authenticated", False) and user.is_active
