"""The months of the book: there when something is dated in them, closed in order, for good."""

from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.book import PERIOD_FLOW, PeriodState
from unionhall.funds.models import Period
from unionhall.kernel import clock
from unionhall.pages.values import day as said


def open_on(day: date) -> Period:
    """The month a day falls in, its row locked until the end of the transaction; raises Blocked when it is closed.

    The UPDATE is the lock on both databases: who closes the month waits for whoever is booking into it, and the reverse.
    """
    first = day.replace(day=1)
    closed = Period.objects.filter(state=PeriodState.CLOSED, first_on__gte=first).order_by("first_on").first()
    if closed:
        raise Blocked(_closed(day, closed))
    period, _made = Period.objects.get_or_create(first_on=first)
    if not Period.objects.filter(pk=period.pk, state=PeriodState.OPEN).update(state=F("state")):
        raise Blocked(_closed(day, period))
    return period


def _closed(day: date, period: Period) -> str:
    return _(
        "%(day)s所在的月份已经结账（%(period)s），不能再记账（工会会计制度，按月结账）；请记在未结账的月份，错账用红字冲销更正。"
    ) % {
        "day": said(day),
        "period": period,
    }


@transaction.atomic
def close(period: Period, *, by: User) -> None:
    """Close a month (结账); raises Blocked while it runs, an earlier one is open or a voucher in it is not reviewed."""
    Period.objects.filter(pk=period.pk).update(state=F("state"))
    PERIOD_FLOW.fire(period, "close", by=by, fields={"closed_on": clock.today(), "closed_by": by})
