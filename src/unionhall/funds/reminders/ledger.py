"""Months to close and quarters to tell: who owes it hears of it on the last day, and again the day after."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from unionhall.accounts.roles import Role
from unionhall.funds.flow.book import PeriodState
from unionhall.funds.models import Disclosure, Period
from unionhall.funds.reminders.telling import tell_once
from unionhall.funds.rules.calendar import day_in, month_before
from unionhall.funds.rules.quarters import before, quarter_of
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.people.selectors import users_with
from unionhall.rulebook import services as rulebook

HOUR = 3600


@every(HOUR)
def remind_of_closing() -> int:
    """Tell the accountants of last month when it is still open on its last day to close; returns how many months."""
    today = clock.today()
    if today not in _told_on("funds.close_day", today.replace(day=1)):
        return 0
    month = Period.objects.filter(state=PeriodState.OPEN, first_on=month_before(today)).first()
    return tell_once("funds.period_due", month, users_with(Role.ACCOUNTANT), period=month) if month else 0


@every(HOUR)
def remind_of_disclosure() -> int:
    """Tell office and accountants of the last quarter when it has months and was not told yet; returns how many."""
    today = clock.today()
    first, last = before(quarter_of(today)[0])
    if today not in _told_on("funds.disclosure_day", quarter_of(today)[0]):
        return 0
    month = Period.objects.filter(first_on__range=(first, last)).order_by("first_on").last()
    if month is None or Disclosure.objects.filter(first_on=first).exists():
        return 0
    quarter = _("%(year)s年第%(quarter)s季度") % {"year": first.year, "quarter": first.month // 3 + 1}
    return tell_once("funds.disclosure_due", month, users_with(Role.ACCOUNTANT, Role.CLERK), quarter=quarter)


def _told_on(rule: str, first: date) -> tuple[date, date]:
    """The last day by a rule in the month that begins on `first`, and the day after."""
    due = day_in(first, rulebook.value(rule, clock.today()))
    return due, due + timedelta(days=1)
