"""Who asks, approves, pays and books; who reads along.

The office and branch chairs ask; the chair approves, a vice chair what the chair asked for; the cashier pays and the accountant
books, who are two persons (FIN-09); the fund audit committee reads everything (FIN-12).
"""

from typing import Any

import rules

from unionhall.accounts.roles import Role, has_role, in_office, is_signed_in, units_where

FINANCE = (Role.ACCOUNTANT, Role.CASHIER, Role.AUDITOR, Role.CHAIR, Role.VICE_CHAIR)
is_accountant = has_role(Role.ACCOUNTANT)
is_cashier = has_role(Role.CASHIER)
is_auditor = has_role(Role.AUDITOR)
may_approve = has_role(Role.CHAIR, Role.VICE_CHAIR)
in_finance = has_role(*FINANCE)
sees_all = in_office | in_finance
may_ask = in_office | has_role(Role.BRANCH_CHAIR)
may_list = sees_all | has_role(Role.BRANCH_CHAIR)

may_list_budgets = sees_all | has_role(Role.COMMITTEE)
keeps_budget = in_office | is_accountant
keeps_dues = in_office | is_accountant
sees_dues = keeps_dues | has_role(Role.CASHIER, Role.AUDITOR)

# Who handles the money of a request, and so has to know whom it pays; who reads along need not.
handles_money = in_office | is_accountant | is_cashier | may_approve


@rules.predicate
def is_asker(user: Any, request: Any = None) -> bool:
    """Whoever asked for the money."""
    return request is not None and is_signed_in(user) and request.asked_by_id == user.pk


@rules.predicate
def leads_its_branch(user: Any, request: Any = None) -> bool:
    """The chair of the branch it was asked for."""
    return request is not None and request.unit_id in units_where(user, Role.BRANCH_CHAIR)


@rules.predicate
def has_attached(user: Any, request: Any = None) -> bool:
    """Whether somebody attached anything to it."""
    return request is not None and request.pieces.exists()


may_withdraw = is_asker | may_approve
adds_evidence = is_asker | in_office | is_accountant | is_cashier | leads_its_branch
drops_evidence = adds_evidence & has_attached
