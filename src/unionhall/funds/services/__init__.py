"""The verbs of funds: `services.income.receive`, `services.purses.open`, `services.vouchers.book` and so on."""

from unionhall.funds.services import budgets, chart, income, opening, payments, periods, purses, spending, vouchers

__all__ = ["budgets", "chart", "income", "opening", "payments", "periods", "purses", "spending", "vouchers"]
