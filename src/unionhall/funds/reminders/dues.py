"""Contributions that did not come in by their day: office and accountants hear of it the day after, and weekly."""

from django.db import transaction

from unionhall.accounts.models import system_user
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.funds.models import Contribution
from unionhall.funds.rules.calendar import month_said
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.notices import services as notices
from unionhall.people.selectors import users_with

HOUR = 3600
WEEK = 7


@every(HOUR)
def remind_of_contributions() -> int:
    """Tell whoever collects of each contribution that is overdue since a day or a whole number of weeks more."""
    today = clock.today()
    late = Contribution.objects.overdue(today)
    return sum(_tell(one) for one in late if ((today - one.due_on).days - 1) % WEEK == 0)


@transaction.atomic
def _tell(contribution: Contribution) -> int:
    """Once on one day, however often the ticker runs."""
    today = clock.today().isoformat()
    if Event.objects.about(contribution).filter(verb="funds.contributions.remind", after__day=today).exists():
        return 0
    notices.after_commit(
        "funds.contribution_owed",
        contribution,
        to=users_with(Role.CHAIR, Role.CLERK, Role.ACCOUNTANT),
        month=month_said(contribution.month),
        due=contribution.due_on,
        amount=shown(contribution.owed),
    )
    audit.record("funds.contributions.remind", contribution, by=system_user(), after={"day": today})
    return 1
