"""The road of a budget, an adjustment and a final account: the same for all three (FIN-07)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.flows import Flow, Step
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.permissions.spending import is_auditor, keeps_budget, may_approve


class BudgetState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("编制")
    DISCUSSED = "discussed", gettext_lazy("委员会已讨论")
    AUDITED = "audited", gettext_lazy("经审会已审查")
    REPORTED = "reported", gettext_lazy("已报上级")
    IN_FORCE = "in_force", gettext_lazy("已生效")
    REPLACED = "replaced", gettext_lazy("已被调整")


FORWARDED = (BudgetState.DISCUSSED, BudgetState.AUDITED, BudgetState.REPORTED)
UNDER_WAY = (BudgetState.DRAFT, *FORWARDED)


def has_lines(budget: Any) -> str | None:
    """There is something to discuss, and no line spends what does not come in."""
    if not budget.lines.exists():
        return _("还没有预算项目。")
    if budget.kind != PlanKind.FINAL and budget.spending > budget.income + budget.carried:
        return _("支出合计%(spending)s元超过收入和上年结余合计%(income)s元，请调整（工会法第四十五条，FIN-06）。") % {
            "spending": f"{budget.spending:,}",
            "income": f"{budget.income + budget.carried:,}",
        }
    return None


# fmt: off
FLOW = Flow("funds.budgets", BudgetState, [
    Step("set_line", BudgetState.DRAFT, None, keeps_budget, None, gettext_lazy("填写项目")),
    Step("drop_line", BudgetState.DRAFT, None, keeps_budget, None, gettext_lazy("删去项目")),
    Step("discuss", BudgetState.DRAFT, BudgetState.DISCUSSED, may_approve, has_lines, gettext_lazy("登记委员会讨论")),
    Step("audit", BudgetState.DISCUSSED, BudgetState.AUDITED, is_auditor, None, gettext_lazy("审查同意")),
    Step("send_back", FORWARDED, BudgetState.DRAFT, is_auditor | may_approve, None, gettext_lazy("退回修改")),
    Step("report", BudgetState.AUDITED, BudgetState.REPORTED, keeps_budget, None, gettext_lazy("登记上报")),
    Step("put_in_force", BudgetState.REPORTED, BudgetState.IN_FORCE, may_approve, None, gettext_lazy("生效执行")),
    Step("adjust", BudgetState.IN_FORCE, None, keeps_budget, None, gettext_lazy("编制调整预算")),
    Step("close_year", BudgetState.IN_FORCE, None, keeps_budget, None, gettext_lazy("编制决算")),
    Step("replace", BudgetState.IN_FORCE, BudgetState.REPLACED, may_approve, None, gettext_lazy("被调整")),
])
# fmt: on
