"""The road of a budget: discussed, examined, reported up, in force (FIN-07)."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.budget import FLOW
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.models import Allotment, Budget
from unionhall.funds.selectors import execution
from unionhall.funds.services import checks
from unionhall.kernel.money import shown


@transaction.atomic
def discuss(budget: Budget, *, by: User, minutes: str, discussed_on: date | None = None) -> None:
    """The committee has discussed it together (FIN-07)."""
    minutes = checks.given(minutes, _("请写明讨论预算的会议。"))
    day = checks.has_been(discussed_on, _("讨论日期在今天以后。"))
    early = _("讨论日期早于预算年度的上一年：预算在年末前为下一年度编制、讨论（FIN-07）。")
    checks.not_before(day, date(budget.year - 1, 1, 1), early)
    FLOW.fire(budget, "discuss", by=by, fields={"minutes": minutes, "discussed_on": day})


@transaction.atomic
def audit_budget(budget: Budget, *, by: User, opinion: str, audited_on: date | None = None) -> None:
    """The fund audit committee has examined it and agrees (FIN-06, FIN-07)."""
    opinion = checks.given(opinion, _("请写明经审会的审查意见。"))
    day = checks.has_been(audited_on, _("审查日期在今天以后。"))
    checks.not_before(day, budget.discussed_on, _("审查日期早于委员会讨论日期：先讨论、后审查（FIN-07）。"))
    FLOW.fire(budget, "audit", by=by, fields={"opinion": opinion, "audited_by": by, "audited_on": day})


def send_back(budget: Budget, *, by: User, reason: str) -> None:
    """Back to the draft, with what is to be changed."""
    FLOW.fire(budget, "send_back", by=by, note=checks.given(reason, _("请写明需要修改的内容。")))


@transaction.atomic
def report(budget: Budget, *, by: User, document: str = "", reported_on: date | None = None) -> None:
    """It was sent to the union above (FIN-07)."""
    day = checks.has_been(reported_on, _("上报日期在今天以后。"))
    checks.not_before(day, budget.audited_on, _("上报日期早于经审会审查日期：先审查、后上报（FIN-07）。"))
    FLOW.fire(budget, "report", by=by, fields={"document": document.strip(), "reported_on": day})


@transaction.atomic
def put_in_force(budget: Budget, *, by: User, on: date | None = None, note: str = "") -> None:
    """From now on requests are approved against it; an adjustment takes the place of what was in force.

    Raises Blocked when a line would be less than what has been approved under it already, or when the book has carried
    another sum into the year since it was drafted, without a word (`note`) why it stands all the same.
    """
    FLOW.check(budget, "put_in_force", by=by)
    known = execution.other_carried(budget)
    if known is not None and not note.strip():
        raise Blocked(
            _("账簿的上年结余是%(known)s元，预算是按%(carried)s元编制的；请写明为什么仍按预算执行，或退回修改。")
            % {"known": shown(known), "carried": shown(budget.carried)}
        )
    day = checks.has_been(on, _("执行日期在今天以后。"))
    checks.not_before(day, budget.reported_on, _("执行日期早于上报日期：先上报、后执行（FIN-07）。"))
    if budget.kind != PlanKind.FINAL:
        for old in Budget.objects.in_force(budget.year):
            FLOW.fire(old, "replace", by=by)
        _allot(budget)
    FLOW.fire(budget, "put_in_force", by=by, note=note.strip(), fields={"in_force_on": day})


def _allot(budget: Budget) -> None:
    """Let the year's limits be those of the budget; accounts it no longer names may spend nothing more."""
    lines = budget.lines.select_related("account")
    planned = {line.account_id: line for line in lines if line.account.code.startswith("5")}
    for allotment in Allotment.objects.filter(year=budget.year).select_related("account"):
        line = planned.pop(allotment.account_id, None)
        _set_limit(allotment, line.amount if line else Decimal(0))
    Allotment.objects.bulk_create(
        Allotment(year=budget.year, account=line.account, limit=line.amount) for line in planned.values()
    )


def _set_limit(allotment: Allotment, limit: Decimal) -> None:
    rows = Allotment.objects.filter(pk=allotment.pk, reserved__lte=limit)
    if not rows.update(limit=limit):
        raise Blocked(
            _("“%(account)s”已批准支出%(reserved)s元，调整后的预算不能少于这个数（FIN-07）。")
            % {"account": allotment.account.name, "reserved": shown(allotment.reserved)}
        )
