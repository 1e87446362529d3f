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
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import spending
from unionhall.funds.subjects import Payee

PURPOSES = {
    Kind.TRAINING: Purpose.EDUCATION,
    Kind.LECTURE: Purpose.EDUCATION,
    Kind.CAMPAIGN: Purpose.PUBLICITY,
    Kind.OUTING: Purpose.OUTING,
}


@transaction.atomic
def ask_funds(
    activity: Activity, *, by: User, payees: Sequence[Payee], text: str, title: str = "", needed_on: date | None = None
) -> SpendingRequest:
    """Ask for money for an activity: its cost to suppliers, its prizes to persons; the kind tells the account (FIN-11).

    Raises what `funds` refuses: the eight prohibitions and the source rules, with their clause.
    """
    FLOW.check(activity, "ask_funds", by=by)
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
