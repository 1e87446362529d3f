"""Budgets as lists and pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from unionhall.figures.kinds import ratio
from unionhall.figures.words import percent
from unionhall.funds.models import Allotment, Budget, BudgetLine
from unionhall.funds.selectors.execution import execution
from unionhall.kernel.money import MoneyField


@dataclass(frozen=True)
class Row:
    """One line as a budget's page shows it."""

    line: BudgetLine
    executed: Decimal
    reserved: Decimal | None

    @property
    def rate(self) -> str:
        """The share executed, in words; empty where nothing is budgeted."""
        share = ratio(self.executed, self.line.amount)
        return percent(share) if share is not None else ""


def rows(user: Any) -> QuerySet[Budget]:
    """The budgets one may see, with their sums; one query however many."""
    shown = Budget.objects.visible_to(user)
    return shown.annotate(income_sum=_sum_of("4"), spending_sum=_sum_of("5"))


def lines(budget: Budget) -> Iterator[Row]:
    """Its lines with what the book says was executed, and for spending what requests have reserved; four queries."""
    known = execution(budget)
    reserved = dict(Allotment.objects.filter(year=budget.year).values_list("account", "reserved"))
    for line in budget.lines.select_related("account"):
        yield Row(line, known[line.account.code], reserved.get(line.account_id))


def _sum_of(first_digit: str) -> Coalesce:
    lines = BudgetLine.objects.filter(budget=OuterRef("pk"), account__code__startswith=first_digit).order_by()
    sums = lines.values("budget").annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(sums, output_field=MoneyField()), Decimal(0), output_field=MoneyField())
