"""Columns of budgets."""

from django.utils.translation import gettext_lazy as _

from unionhall.pages.tables import Column, Table

BudgetTable = Table(
    Column("year", value=lambda budget: str(budget.year), link=True, sort="year"),
    Column("label", _("名称"), value=str, link=True, sort="version"),
    Column("kind"),
    Column("income_sum", _("收入预算（元）"), like="carried"),
    Column("spending_sum", _("支出预算（元）"), like="carried"),
    Column("in_force_on"),
    Column("state"),
)
LineTable = Table(
    Column("budget.year", _("年度"), value=lambda line: str(line.budget.year), sort="budget.year"),
    Column("account"),
    Column("amount"),
    Column("last_year"),
    Column("note"),
)
