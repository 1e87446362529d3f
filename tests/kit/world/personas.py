"""Who opens pages: every kind of user of the house, and where the test world puts them."""

from enum import StrEnum


class Persona(StrEnum):
    """One kind of user. Values are what test ids and the policy table show."""

    ANONYMOUS = "anonymous"
    MEMBER = "member"  # of group 1 of branch A: the subject of most records
    OTHER_BRANCH = "other-branch"  # a member of branch B
    OTHER_UNION = "other-union"  # a clerk of the union next door
    GROUP_LEADER = "group-leader"  # of group 1 of branch A
    BRANCH_CHAIR = "branch-chair"  # of branch A
    CLERK = "clerk"
    CHAIR = "chair"
    ACCOUNTANT = "accountant"
    CASHIER = "cashier"
    AUDITOR = "auditor"
    DELEGATE = "delegate"
    DELEGATION_HEAD = "delegation-head"  # of the member's delegation in the furnished term
    PRESIDIUM = "presidium"  # a delegate who presides over the furnished session
    TELLER = "teller"  # of the furnished poll on paper
    PROPOSALS = "proposals"  # a member of the proposals committee
    HANDLER = "handler"  # of the department that answers
    SUPPORTING = "supporting"  # handler of a department that supports it
    HOSPITAL_LEADER = "hospital-leader"
    COUNSELLOR = "counsellor"
    UPPER_VIEWER = "upper-viewer"
    ADMINISTRATOR = "administrator"
    DISABLED = "disabled"  # a member whose account was switched off after signing in


EVERYBODY = frozenset(Persona)
SIGNED_IN = EVERYBODY - {Persona.ANONYMOUS, Persona.DISABLED}
INSIDE = SIGNED_IN - {Persona.OTHER_UNION}
OFFICE = frozenset({Persona.CLERK, Persona.CHAIR})
# Whoever is a member of our union, whatever else they are.
MEMBERS = INSIDE - {Persona.UPPER_VIEWER, Persona.ADMINISTRATOR}
