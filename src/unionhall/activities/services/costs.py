"""What an activity costs: asked for, and paid, through the union's book."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities.flow import FLOW
from unionhall.activities.kinds import Kind
from unionhall.activities.models import Activity
from unionhall.audit import services as audit
from unionhall.flows import given
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.selectors.planned import plan_of
from unionhall.funds.services import spending
from unionhall.funds.subjects import Payee
from unionhall.kernel.money import shown, to_yuan

PURPOSES = {
    Kind.TRAINING: Purpose.EDUCATION,
    Kind.LECTURE: Purpose.EDUCATION,
    Kind.CAMPAIGN: Purpose.PUBLICITY,
    Kind.OUTING: Purpose.OUTING,
}


@transaction.atomic
def ask_funds(
    activity: Activity,
    *,
    by: User,
    payees: Sequence[Payee],
    text: str,
    title: str = "",
    needed_on: date | None = None,
    why_beyond: str = "",
) -> SpendingRequest:
    """Ask for money for an activity: its cost to suppliers, its prizes to persons; the kind tells the account (FIN-11).

    Raises what `funds` refuses: the eight prohibitions and the source rules, with their clause; and Blocked for more than
    the activity's own budget has without a word why, which goes to the next rung with it (FIN-07, FIN-10).
    """
    FLOW.check(activity, "ask_funds", by=by)
    if over := _beyond(activity, payees):
        why = given(why_beyond, over)
        text = _("%(text)s\n超出活动预算的理由：%(why)s") % {"text": text, "why": why}
    request = spending.ask(
        activity,
        by=by,
        title=(title.strip() or _("%(activity)s经费") % {"activity": activity})[:100],
        purpose=PURPOSES.get(Kind(activity.kind), Purpose.CULTURE),
        payees=payees,
        text=text,
        needed_on=needed_on,
    )
    audit.record(
        "activities.ask_funds", activity, by=by, after={"request": request.number, "amount": str(request.amount)}
    )
    return request


def _beyond(activity: Activity, payees: Sequence[Payee]) -> str:
    """That this is more than what is left of the activity's budget, and the two ways out; nothing where it is not."""
    plan = plan_of(activity, to_yuan(sum(one.cash + one.goods for one in payees)))
    if plan is None or not plan.over:
        return ""
    return _(
        "连同已申请的共%(asked)s元，超出活动预算%(planned)s元共%(over)s元：请先修改活动预算，"
        "或写明超出的理由，由上一级审批（FIN-07、FIN-10）。"
    ) % {"asked": shown(plan.asked), "planned": shown(plan.planned), "over": shown(plan.over)}
