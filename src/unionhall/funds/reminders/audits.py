"""Audits that are owed: a year nobody audited, a keeper of the books or the cash who hands over (FIN-12)."""

from datetime import date, timedelta

from unionhall.accounts.roles import Role
from unionhall.funds.models import Audit, Period
from unionhall.funds.reminders.telling import tell_once
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.people.models import Post
from unionhall.people.selectors import users_with

HOUR = 3600
FROM_MARCH = 3  # last year's accounts are closed by then


@every(HOUR)
def remind_of_audit() -> int:
    """Tell the fund audit committee on the first of each month from March that no audit reaches into last year's book."""
    today = clock.today()
    if today.day != 1 or today.month < FROM_MARCH:
        return 0
    year = today.year - 1
    first, last = date(year, 1, 1), date(year, 12, 31)
    month = Period.objects.filter(first_on__range=(first, last)).order_by("first_on").last()
    if month is None or Audit.objects.filter(first_on__lte=last, last_on__gte=first).exists():
        return 0
    return tell_once("funds.audit_due", month, users_with(Role.AUDITOR), year=year)


@every(HOUR)
def remind_of_handover() -> int:
    """Tell the fund audit committee the day after an accountant's or a cashier's post ended, to witness the handover."""
    yesterday = clock.today() - timedelta(days=1)
    left = Post.objects.filter(seat__role__in=(Role.ACCOUNTANT, Role.CASHIER), ended_on=yesterday)
    to = users_with(Role.AUDITOR)
    return sum(tell_once("funds.handover_due", post, to, post=post, day=yesterday) for post in left)
