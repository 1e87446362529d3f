"""Who may do what with activities: the whole policy on one screen.

The office runs every activity; a branch chair those of the branch; the women's committee those for women; an organiser
named on an activity runs it on the day (check-in, results, prizes) without being able to change what it is.
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office, is_signed_in, units_where
from unionhall.activities.kinds import Audience

in_branch_lead = has_role(Role.BRANCH_CHAIR, Role.GROUP_LEADER)
in_women_committee = has_role(Role.WOMEN)
may_take_part = has_role(Role.MEMBER)
sees_all = in_office | has_role(Role.COMMITTEE, Role.AUDITOR, Role.WOMEN)
sees_persons = in_office
may_draft = in_office | has_role(Role.BRANCH_CHAIR, Role.WOMEN)
may_list = sees_all | in_branch_lead


@rules.predicate
def leads_its_branch(user: Any, activity: Any) -> bool:
    """The chair or a group leader of the branch that holds the activity."""
    return activity is not None and activity.unit_id in units_where(user, Role.BRANCH_CHAIR, Role.GROUP_LEADER)


@rules.predicate
def leads_women(user: Any, activity: Any) -> bool:
    """The women's committee, on activities for women."""
    return activity is not None and activity.audience == Audience.WOMEN and in_women_committee(user)


@rules.predicate
def is_organiser(user: Any, activity: Any) -> bool:
    """Somebody named as organiser of this activity."""
    return activity is not None and is_signed_in(user) and activity.organisers.filter(person__user=user).exists()


manages = in_office | leads_its_branch | leads_women
runs = manages | is_organiser
