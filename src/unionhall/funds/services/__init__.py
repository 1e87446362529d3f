"""The verbs of funds: `services.income.receive`, `services.purses.open`, `services.vouchers.book` and so on."""

from unionhall.funds.services import (
    audits,
    budgets,
    chart,
    disclosure,
    dues,
    income,
    opening,
    payments,
    periods,
    purses,
    remainders,
    spending,
    vouchers,
    years,
)

__all__ = [
    "audits",
    "budgets",
    "chart",
    "disclosure",
    "dues",
    "income",
    "opening",
    "payments",
    "periods",
    "purses",
    "remainders",
    "spending",
    "vouchers",
    "years",
]
