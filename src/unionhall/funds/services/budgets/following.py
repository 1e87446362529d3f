"""What follows a budget in force: an adjustment, and the final account of the year."""

from collections.abc import Callable
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked, only_once
from unionhall.funds.flow.budget import FLOW, UNDER_WAY
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Budget, BudgetLine
from unionhall.funds.selectors import execution
from unionhall.funds.selectors.execution import executed
from unionhall.funds.services import checks
from unionhall.funds.services.budgets.drafting import begin


@transaction.atomic
def adjust(budget: Budget, *, by: User, text: str) -> Budget:
    """Begin an adjustment with the lines in force; it walks the same road (FIN-07)."""
    FLOW.check(budget, "adjust", by=by)
    reason = checks.given(text, _("请写明调整的理由。"))
    if budget.kind == PlanKind.FINAL:
        raise Blocked(_("决算不调整。"))
    if Budget.objects.filter(year=budget.year, kind=PlanKind.ADJUSTMENT, state__in=UNDER_WAY).exists():
        raise Blocked(_("已有一份调整预算正在办理。"))
    turn = Budget.objects.filter(year=budget.year, kind=PlanKind.ADJUSTMENT).count() + 1
    new = Budget(kind=PlanKind.ADJUSTMENT, year=budget.year, version=turn, carried=budget.carried, text=reason)
    begin(new, by)
    _copy_lines(new, budget, lambda line: line.amount)
    return new


@transaction.atomic
def close_year(budget: Budget, *, by: User, text: str = "") -> Budget:
    """Draw up the final account: what the book says was executed under each line, beside last year's."""
    FLOW.check(budget, "close_year", by=by)
    if budget.kind == PlanKind.FINAL:
        raise Blocked(_("这已经是决算。"))
    final = Budget(kind=PlanKind.FINAL, year=budget.year, carried=execution.carried(budget.year), text=text.strip())
    with only_once(_("%(year)s年度决算已经编制。") % {"year": budget.year}):
        begin(final, by)
    _copy_lines(final, budget, lambda line: executed(budget.year, line.account.code))
    return final


def _copy_lines(new: Budget, old: Budget, amount: Callable[[BudgetLine], Decimal]) -> None:
    BudgetLine.objects.bulk_create(
        BudgetLine(budget=new, account=line.account, amount=amount(line), last_year=line.last_year, note=line.note)
        for line in old.lines.select_related("account")
    )
