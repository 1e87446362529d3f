"""Who may do what with congresses: the whole policy on one screen.

The office prepares and runs sessions; delegates read what is theirs to decide, the head of a delegation writes down what it
said; the committee, the auditors and the hospital's leaders read along. Resolutions are for everybody (CON-22).
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office
from unionhall.people.permissions import is_of_the_union

manages = in_office
may_list = in_office | has_role(Role.COMMITTEE, Role.AUDITOR, Role.HOSPITAL_LEADER)
sees_persons = in_office
is_delegate = has_role(Role.DELEGATE)
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


writes_notes = in_office | heads_delegation
