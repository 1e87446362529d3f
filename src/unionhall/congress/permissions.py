"""Who may do what with congresses: the whole policy on one screen.

The office prepares and runs sessions; delegates read what is theirs to decide, the head of a delegation writes down what it
said and moves for it, the presidium reads what all of them said, a branch's chair enters whom the branch elected; the
committee, the auditors and the hospital's leaders read along. Resolutions are for everybody (CON-22).
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office, units_where
from unionhall.congress.kinds import Congress
from unionhall.people.permissions import is_of_the_union

manages = in_office
oversees = in_office | has_role(Role.COMMITTEE, Role.AUDITOR, Role.HOSPITAL_LEADER)
may_list = oversees
sees_persons = in_office
is_delegate = has_role(Role.DELEGATE)
heads_some_delegation = has_role(Role.DELEGATION_HEAD)
takes_part = oversees | is_delegate
chairs_branch = has_role(Role.BRANCH_CHAIR)
may_read_resolutions = is_of_the_union


@rules.predicate
def attends(user: Any, session: Any = None) -> bool:
    """Whoever is invited to the session, as a delegate or without a vote."""
    return session is not None and session.attendees.filter(person__user=user.pk).exists()


@rules.predicate
def heads_delegation(user: Any, item: Any = None) -> bool:
    """The head of a delegation of the congress the item is before."""
    if item is None:
        return False
    return item.session.attendees.filter(delegate__is_head=True, person__user=user.pk).exists()


@rules.predicate
def presides(user: Any, session: Any = None) -> bool:
    """A member of the session's presidium (CON-19)."""
    return session is not None and session.presidium.filter(delegate__person__user=user.pk).exists()


@rules.predicate
def moved_it(user: Any, motion: Any = None) -> bool:
    """The head of the delegation the motion comes from."""
    return motion is not None and motion.is_of_head(user)


@rules.predicate
def of_members(user: Any, item: Any = None) -> bool:
    """An item of the members' congress, which elects the union's own bodies (ORG-10); the staff congress elects its
    special committees (CON-20)."""
    return item is not None and item.session.term.kind == Congress.MEMBERS


@rules.predicate
def holds_election(user: Any, constituency: Any = None) -> bool:
    """The chair of the branch whose people elect there."""
    return constituency is not None and constituency.unit_id in units_where(user, Role.BRANCH_CHAIR)


reads_notes = in_office | presides
writes_notes = in_office | heads_delegation
enters_election = in_office | holds_election
