"""Budgets as lists and pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from unionhall.figures.kinds import ratio
from unionhall.figures.words import percent
from unionhall.funds.flow.budget import BudgetState
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Allotment, Budget, BudgetLine
from unionhall.funds.selectors.execution import execution
from unionhall.kernel.money import MoneyField


@dataclass(frozen=True)
class Row:
    """One line as a budget's page shows it; `planned` is what the budget it follows had under the account."""

    line: BudgetLine
    executed: Decimal
    reserved: Decimal | None
    planned: Decimal | None = None

    @property
    def rate(self) -> str:
        """The share of the budget executed, in words; empty where nothing is budgeted."""
        of_account = self.line.budget.kind == PlanKind.FINAL
        share = ratio(self.executed, (self.planned or Decimal(0)) if of_account else self.line.amount)
        return percent(share) if share is not None else ""


def rows(user: Any) -> QuerySet[Budget]:
    """The budgets one may see, with their sums; one query however many."""
    shown = Budget.objects.visible_to(user)
    return shown.annotate(income_sum=_sum_of("4"), spending_sum=_sum_of("5"))


def lines(budget: Budget) -> Iterator[Row]:
    """Its lines with what the book says was executed, for spending what requests have reserved, and what was planned
    before an adjustment or for a final account; six queries."""
    known = execution(budget)
    before = followed(budget)
    planned = dict(before.lines.values_list("account", "amount")) if before else {}
    reserved = dict(Allotment.objects.filter(year=budget.year).values_list("account", "reserved"))
    for line in budget.lines.select_related("account"):
        line.budget = budget
        at = planned.get(line.account_id, Decimal(0)) if before else None
        yield Row(line, known[line.account.code], reserved.get(line.account_id), at)


def followed(budget: Budget) -> Budget | None:
    """The budget an adjustment changes, or a final account answers for; None of a year's first budget."""
    kept = Budget.objects.filter(year=budget.year, state__in=(BudgetState.IN_FORCE, BudgetState.REPLACED))
    adjusted = kept.filter(kind=PlanKind.ADJUSTMENT)
    if budget.kind == PlanKind.BUDGET:
        return None
    if budget.kind == PlanKind.ADJUSTMENT:
        adjusted = adjusted.filter(version__lt=budget.version)
    return adjusted.order_by("version").last() or kept.filter(kind=PlanKind.BUDGET).first()


def _sum_of(first_digit: str) -> Coalesce:
    lines = BudgetLine.objects.filter(budget=OuterRef("pk"), account__code__startswith=first_digit).order_by()
    sums = lines.values("budget").annotate(sum=Sum("amount")).values("sum")
    return Coalesce(Subquery(sums, output_field=MoneyField()), Decimal(0), output_field=MoneyField())
