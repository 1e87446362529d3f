"""Deciding on a request: by the rung its amount goes to, never by a party to it (FIN-09, FIN-10)."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.flow.request import FLOW
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.models import SpendingRequest
from unionhall.funds.permissions.spending import is_auditor
from unionhall.funds.services import checks, reserving
from unionhall.funds.services.telling import tell
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.people.selectors import users_with
from unionhall.rulebook.services import cite, value

EARLIEST = "funds.decision_days"


@transaction.atomic
def approve(
    request: SpendingRequest,
    *,
    by: User,
    decision: str = "",
    decided_on: date | None = None,
    witness: User | None = None,
    note: str = "",
) -> None:
    """Approve and set the money aside; above the chair's limit with the decision of those who decide (FIN-09, FIN-10).

    Raises NotAllowed for one's own request, Blocked without what the rung needs or when budget or fund do not suffice.
    """
    FLOW.check(request, "approve", by=by)
    if reason := own_stake(request, by):
        raise NotAllowed(reason)
    if request.warnings and not note.strip():
        raise Blocked(_("这笔申请有需要核实的提醒，请写明核实意见后再批准。"))
    fields = _decided(request, decision, decided_on, witness)
    today = clock.today()
    fields |= {"approved_by": by, "approved_on": today, "granted": request.amount}
    fields |= reserving.reserve(request, today.year)
    FLOW.fire(request, "approve", by=by, note=note, fields=fields)
    cashiers = users_with(Role.CASHIER)
    tell("to_pay", request, cashiers)
    tell("approved", request, request.asked_by)


def refuse(request: SpendingRequest, *, by: User, reason: str) -> None:
    """Decline it, with a reason for who asked."""
    reason = checks.given(reason, _("请写明不予批准的理由。"))
    with transaction.atomic():
        FLOW.fire(request, "refuse", by=by, note=reason)
        tell("refused", request, request.asked_by, reason=reason)


def own_stake(request: SpendingRequest, by: User) -> str | None:
    """Why this person may not decide on a request, being a party to it, or None (FIN-09)."""
    if request.asked_by_id == by.pk:
        reason = _(
            "这是您本人提出的申请，不能由本人审批，请由其他有审批权的负责人办理（会计法（2024）出纳不相容岗位，FIN-09）。"
        )
    elif request.payees.filter(person__user=by.pk).exists():
        reason = _(
            "这笔钱付给您本人，不能由本人审批，请由其他有审批权的负责人办理（会计法（2024）出纳不相容岗位，FIN-09）。"
        )
    else:
        return None
    others = users_with(Role.CHAIR, Role.VICE_CHAIR).exclude(pk=by.pk)
    return reason if others.exists() else reason + _("现在没有别的主席或副主席，请工会办公室先登记副主席任职。")


def _decided(request: SpendingRequest, decision: str, decided_on: date | None, witness: User | None) -> dict[str, Any]:
    """The decision of the meeting an amount above the chair's limit goes to."""
    if request.rung == Rung.CHAIR:
        return {}
    if not decision.strip() or decided_on is None:
        raise Blocked(_wanted(request))
    checks.has_been(decided_on, _("决定日期在今天以后。"))
    checks.not_before(
        decided_on,
        request.asked_on - timedelta(days=value(EARLIEST, request.asked_on)),
        _("决定日期早于申请前%(days)s天（%(cite)s，FIN-09）：请填就这笔支出作出决定的会议，或提请重新决定。")
        % {"days": value(EARLIEST, request.asked_on), "cite": cite(EARLIEST)},
    )
    if request.rung == Rung.COMMITTEE and not (witness and is_auditor(witness)):
        raise Blocked(_("由工会委员会决定的支出须有经审委员列席（FIN-10），请选择列席的经审委员。"))
    return {"decision": decision.strip(), "decided_on": decided_on, "witness": witness}


def _wanted(request: SpendingRequest) -> str:
    """Which decision is missing, and why the chair's own word does not do."""
    said = {"rung": Rung(request.rung).label, "amount": shown(request.amount), "cite": cite("funds.chair_up_to")}
    if request.amount <= value("funds.chair_up_to", request.asked_on):
        return _("这笔支出超出活动预算，须附%(rung)s的决定（FIN-10）。请填写会议名称和日期。") % said
    return _("%(amount)s元超过主席审批限额，须附%(rung)s的决定（%(cite)s，FIN-10）。请填写会议名称和日期。") % said
