"""The yearly budget: written, discussed, examined, reported up, in force; adjusted and accounted for on the same road."""

from unionhall.funds.services.budgets.drafting import draft, drop_line, set_line
from unionhall.funds.services.budgets.following import adjust, close_year
from unionhall.funds.services.budgets.road import audit_budget, discuss, put_in_force, report, send_back

__all__ = [
    "adjust",
    "audit_budget",
    "close_year",
    "discuss",
    "draft",
    "drop_line",
    "put_in_force",
    "report",
    "send_back",
    "set_line",
]
