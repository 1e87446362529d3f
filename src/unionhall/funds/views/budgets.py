"""The pages of budgets, adjustments and final accounts."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.files.panels import Files
from unionhall.funds import services
from unionhall.funds.flow.budget import FLOW, BudgetState
from unionhall.funds.forms import budgets as forms
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Budget
from unionhall.funds.permissions.spending import keeps_budget, may_list_budgets
from unionhall.funds.selectors import budgets as selectors
from unionhall.funds.tables.budgets import BudgetTable
from unionhall.funds.views.ledger_panels import entries_url
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel
from unionhall.pages.tables import Column

OWN = "000"  # the number of the union's own purse
YEAR = Column("year", value=lambda budget: str(budget.year))


def turn(budget: Budget) -> Any:
    """Whose turn it is."""
    return {
        BudgetState.DRAFT: _("等待工会委员会讨论"),
        BudgetState.DISCUSSED: _("等待经审会审查"),
        BudgetState.AUDITED: _("等待上报上一级工会"),
        BudgetState.REPORTED: _("等待执行"),
    }.get(BudgetState(budget.state))


def lines(request: HttpRequest, budget: Budget) -> dict[str, Any]:
    """Income and spending by account, with last year, execution and what is reserved; each opens what it is made of."""
    first = date(budget.year, 1, 1)
    rows = [
        (row, entries_url(account=row.line.account.code, fund=OWN, moving="true", first=first, last=budget.ends_on))
        for row in selectors.lines(budget)
    ]
    parts = [
        (title, [row for row in rows if row[0].line.account.code.startswith(digit)])
        for title, digit in ((_("收入"), "4"), (_("支出"), "5"))
    ]
    return {
        "planned": {PlanKind.ADJUSTMENT: _("原预算（元）"), PlanKind.FINAL: _("本年预算（元）")}.get(
            PlanKind(budget.kind), ""
        ),
        "parts": [(title, part, _total([row for row, _url in part])) for title, part in parts if part],
        "granted": {"approved_on_after": first, "approved_on_before": budget.ends_on},
    }


def _total(rows: list[selectors.Row]) -> dict[str, Any]:
    return {
        "last_year": sum(row.line.last_year for row in rows),
        "planned": sum(row.planned or 0 for row in rows),
        "amount": sum(row.line.amount for row in rows),
        "executed": sum(row.executed for row in rows),
    }


budget_pages = Pages(
    name="funds.budgets",
    path="office/funds/budgets",
    model=Budget,
    rows=selectors.rows,
    may_list=may_list_budgets,
    flow=FLOW,
    table=BudgetTable,
    title=_("预算与决算"),
    turn=turn,
    about=_("预算先经委员会讨论、经审会审查、报上一级工会，然后执行；调整和决算走同样的程序（FIN-07）。"),
    verbs={
        "draft": Verb(forms.DraftForm, services.budgets.draft, label=_("编制预算"), who=keeps_budget, creates=True),
        "set_line": Verb(forms.LineForm, services.budgets.set_line, about=_("上年执行数由账簿带出，不用填写。")),
        "discuss": Verb(forms.DiscussForm, services.budgets.discuss, about=_("预算由工会委员会集体讨论（FIN-07）。")),
        "audit": Verb(
            forms.AuditForm, services.budgets.audit_budget, about=_("同级经审会审查（工会法第四十五条，FIN-06）。")
        ),
        "report": Verb(forms.ReportForm, services.budgets.report),
        "put_in_force": Verb(
            forms.InForceForm,
            services.budgets.put_in_force,
            about=_("执行后，支出申请按科目占用预算；调整后的预算不能少于已批准的支出。"),
        ),
        "adjust": Verb(forms.AdjustForm, services.budgets.adjust, about=_("调整与编制走同样的程序（FIN-07）。")),
        "close_year": Verb(forms.CloseYearForm, services.budgets.close_year, about=_("决算的金额全部来自账簿。")),
        "drop_line": Verb(forms.DropForm, services.budgets.drop_line),
        "send_back": Verb(ReasonForm, services.budgets.send_back, danger=True),
    },
    panels=[
        Panel("funds/budget_lines.html", lines),
        Facts(
            YEAR, "kind", "carried", "text", "minutes", "discussed_on", "opinion", "audited_by", "audited_on",
            "document", "reported_on", "in_force_on",
        ),
        Files(Budget, may_attach=keeps_budget),
        History(),
    ],
)  # fmt: skip
