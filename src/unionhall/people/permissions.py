"""Who may do what with people: the whole policy on one screen."""

from typing import Any

import rules

from unionhall.accounts.roles import Role, grants_of, has_role, in_office, is_chair, is_signed_in, units_where

LEADERS = (Role.GROUP_LEADER, Role.BRANCH_CHAIR)
is_member = has_role(Role.MEMBER, Role.RETIRED)
leads_unit = has_role(*LEADERS)
may_list = in_office | leads_unit


def _person_of(obj: Any) -> Any:
    return getattr(obj, "person", obj)


@rules.predicate
def is_self(user: Any, obj: Any = None) -> bool:
    """The person whose record it is."""
    return obj is not None and user.pk is not None and _person_of(obj).user_id == user.pk


@rules.predicate
def leads_branch_of(user: Any, obj: Any = None) -> bool:
    """The chair of the branch the person belongs to."""
    return obj is not None and _person_of(obj).unit_id in units_where(user, Role.BRANCH_CHAIR)


@rules.predicate
def leads_unit_of(user: Any, obj: Any = None) -> bool:
    """The leader of the person's group or the chair of their branch."""
    return obj is not None and _person_of(obj).unit_id in units_where(user, *LEADERS)


@rules.predicate
def sees_figures_only(user: Any, obj: Any = None) -> bool:
    """The upper union's viewer: figures, never persons."""
    return bool(grants_of(user, Role.UPPER_VIEWER)) and not is_member(user)


@rules.predicate
def sees_no_person(user: Any, obj: Any = None) -> bool:
    """A system administrator has no business records, the upper union's viewer no persons."""
    return user.is_administrator or sees_figures_only(user)


may_review = in_office | leads_branch_of
may_approve = is_chair | has_role(Role.VICE_CHAIR, Role.CLERK)
may_see_person = in_office | is_self | leads_unit_of
is_of_the_union = is_signed_in & ~sees_no_person


@rules.predicate
def has_no_account(user: Any, obj: Any = None) -> bool:
    """The person has not been given an account."""
    return obj is not None and obj.user_id is None


@rules.predicate
def is_here(user: Any, obj: Any = None) -> bool:
    """The person has not left the hospital."""
    return obj is not None and obj.left_on is None


@rules.predicate
def stands(user: Any, obj: Any = None) -> bool:
    """The unit, department or body has not been closed."""
    return obj is not None and obj.ended_on is None


edits_here, takes_back = in_office & is_here, in_office & ~is_here
opens_account = edits_here & has_no_account
joins_online = is_of_the_union & ~is_member
may_apply_for = in_office | is_self
