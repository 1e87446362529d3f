"""Who may do what with care: the whole policy on one screen.

The office keeps every event, visit and issue; a branch chair and a group leader those of their own unit; a member sees
what was done for them and what they told. Hardship files are confidential: the office, the household itself, and for
reading alone whoever reviews them; every look is logged.
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office, units_where
from unionhall.people.permissions import LEADERS, is_member, is_of_the_union

leads = has_role(*LEADERS)
may_list = in_office | leads
may_tell = is_of_the_union
has_page = is_of_the_union
is_served = is_member


def _person_of(obj: Any) -> Any:
    return getattr(obj, "person", obj)


@rules.predicate
def leads_unit_of(user: Any, obj: Any = None) -> bool:
    """The leader of the group or branch of the person it is about."""
    return obj is not None and _person_of(obj).unit_id in units_where(user, *LEADERS)


@rules.predicate
def is_own(user: Any, obj: Any = None) -> bool:
    """The person it is about."""
    return obj is not None and user.pk is not None and _person_of(obj).user_id == user.pk


manages = in_office | leads_unit_of


@rules.predicate
def asked_for(user: Any, word: Any = None) -> bool:
    """Who named the second person, and so does not judge what that one says."""
    return word is not None and word.asked_by_id == user.pk


settles_words = in_office & ~asked_for


# Drives: the office runs them, money is taken in and paid out by those who keep it; who gave what they alone see (DON-08).
runs_drives = in_office


@rules.predicate
def wrote_it(user: Any, drive: Any = None) -> bool:
    """Who wrote a drive down last, and so cannot also publish it."""
    return drive is not None and drive.drafted_by_id == user.pk


publishes_drives = runs_drives & ~wrote_it
takes_donations = in_office | has_role(Role.CASHIER)
corrects_gifts = has_role(Role.ACCOUNTANT)
pays_out = has_role(Role.CASHIER)


@rules.predicate
def is_paid_to(user: Any, payment: Any = None) -> bool:
    """The one a payment was collected for."""
    return payment is not None and payment.person is not None and is_own(user, payment)


reads_invoices = in_office | has_role(Role.CASHIER, Role.ACCOUNTANT, Role.AUDITOR)
opens_papers = may_list | is_of_the_union | reads_invoices
sees_donors = in_office | has_role(Role.CASHIER, Role.ACCOUNTANT, Role.AUDITOR)
may_list_drives = sees_donors

# Hardship files and aid: the office and the household itself, nobody else; the committee's chair and vice chair decide.
sees_hardship = in_office
# Whoever of the office is the household itself reads its file like any member: others work on it (CARE-05).
works_on_file = sees_hardship & ~is_own


posts_quarters = in_office | has_role(Role.BRANCH_CHAIR)  # a branch chair the quarter of the own branch (CARE-20)


@rules.predicate
def is_of_a_branch(user: Any, notice: Any = None) -> bool:
    """A posting of what a branch's members were given, which no file waits for."""
    return notice is None or notice.unit_id is not None


takes_down = in_office & is_of_a_branch
decides_hardship = has_role(Role.CHAIR, Role.VICE_CHAIR)
sees_aid = in_office


@rules.predicate
def may_decide(user: Any, obj: Any = None) -> bool:
    """The chair or vice chair, on what is neither about themselves nor was asked or verified by them."""
    if not decides_hardship(user):
        return False
    return obj is None or not (is_own(user, obj) or user.pk in obj.handled_by)


@rules.predicate
def on_file(user: Any, file: Any = None) -> bool:
    """A household recognised before, whose grade is being decided anew; not who is there, but what may be done."""
    return file is not None and file.filed_on is not None


@rules.predicate
def may_confirm(user: Any, file: Any = None) -> bool:
    """The first look: the chair of the branch where the household agreed, else one who was at its home (CARE-05).

    Neither the household itself nor who wrote the request down for it.
    """
    if file is None or is_own(user, file) or user.pk == file.applied_by_id:
        return False
    if file.branch_may_check:
        return file.person.unit_id in units_where(user, Role.BRANCH_CHAIR)
    return file.home_visits.filter(visitors__user=user.pk).exists()


@rules.predicate
def verifies(user: Any, file: Any = None) -> bool:
    """The office, but neither the household itself nor whoever took the first look."""
    return works_on_file(user, file) and (file is None or file.confirmed_by_id != user.pk)


@rules.predicate
def approves_standards(user: Any, line: Any = None) -> bool:
    """The chair or vice chair, who did not propose the line themselves (FIN-09: not one alone)."""
    if not has_role(Role.CHAIR, Role.VICE_CHAIR)(user):
        return False
    return line is None or line.proposed_by_id != user.pk


@rules.predicate
def leads_unit_asked(user: Any, obj: Any = None) -> bool:
    """The leader of the unit whose visit it is."""
    return obj is not None and obj.unit_id in units_where(user, *LEADERS)


# A visit to oneself is for others to make.
may_visit = (in_office | leads_unit_asked) & ~is_own
# Who signs under what a visit brought is never the one who got it (CARE-18).
signs_sheet = manages & ~is_own
asks_money = in_office | (manages & has_role(Role.BRANCH_CHAIR))
asks_for_many = in_office | has_role(Role.BRANCH_CHAIR)
hands_out = in_office | leads


runs_health = in_office
runs_rest = in_office
recommends_rest = in_office | has_role(Role.BRANCH_CHAIR)  # a branch chair those of the own branch
