"""Who may do what with proposals: the whole policy on one screen.

A mover writes and hands in, seconders confirm one by one, the proposals committee (and the union's office for it) reviews,
assigns and follows, departments handle and answer what is theirs, the leader in charge sees each reply before it goes out, and
movers alone rate it. Drafts are their mover's and the asked seconders' alone.
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, departments_where, has_role, in_office, is_signed_in
from unionhall.people.permissions import is_member

ACTING = (Role.HANDLER, Role.DEPARTMENT_HEAD)

on_committee = has_role(Role.PROPOSALS)
manages = in_office | on_committee
is_delegate = has_role(Role.DELEGATE)
is_leader = has_role(Role.HOSPITAL_LEADER)
oversees = manages | is_leader | has_role(Role.COMMITTEE)
acts_for_some_department = has_role(*ACTING)
may_see_progress = is_member | is_delegate | oversees
sees_persons = oversees


def proposal_of(obj: Any) -> Any:
    """The proposal a record is about: itself, or what it belongs to."""
    return getattr(obj, "proposal", obj)


@rules.predicate
def is_mover(user: Any, obj: Any = None) -> bool:
    """Whoever moved it."""
    return obj is not None and is_signed_in(user) and proposal_of(obj).mover.person.user_id == user.pk


@rules.predicate
def moved_part_of(user: Any, obj: Any = None) -> bool:
    """Whoever moved the case or one of the sheets merged into it."""
    return obj is not None and is_signed_in(user) and proposal_of(obj).movers().filter(person__user=user.pk).exists()


@rules.predicate
def handles(user: Any, obj: Any = None) -> bool:
    """Handler or head of the department responsible for the case."""
    return obj is not None and proposal_of(obj).department_id in departments_where(user, *ACTING)


@rules.predicate
def heads(user: Any, obj: Any = None) -> bool:
    """Head of the department responsible for the case."""
    return obj is not None and proposal_of(obj).department_id in departments_where(user, Role.DEPARTMENT_HEAD)


@rules.predicate
def acts_for(user: Any, assignment: Any = None) -> bool:
    """Handler or head of the department an assignment was given to."""
    return assignment is not None and assignment.department_id in departments_where(user, *ACTING)


@rules.predicate
def acts_for_any_of(user: Any, obj: Any = None) -> bool:
    """Handler or head of one of the departments that had to do with the case: they never rate it (PRO-16)."""
    own = departments_where(user, *ACTING)
    return obj is not None and bool(own) and proposal_of(obj).assignments.filter(department__in=own).exists()


@rules.predicate
def is_in_charge(user: Any, obj: Any = None) -> bool:
    """The hospital leader in charge of the case; any of them while none is named."""
    if obj is None or not is_leader(user):
        return False
    case = proposal_of(obj)
    return case.leader_id is None or case.leader.user_id == user.pk


@rules.predicate
def was_asked(user: Any, second: Any = None) -> bool:
    """The delegate whose second it is."""
    return second is not None and is_signed_in(user) and second.delegate.person.user_id == user.pk


rates = moved_part_of
reports = manages | handles
asks_again = manages | moved_part_of
