"""Steps around a session that fall due: whoever owes them is told three days before, on the day, and the day after."""

from datetime import timedelta

from django.db import transaction

from unionhall.accounts.models import system_user
from unionhall.audit import services as audit
from unionhall.audit.models import Event
from unionhall.congress.flow import ALIVE
from unionhall.congress.models import ChecklistStep
from unionhall.congress.rules.checklist import BY_KEY
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors import users_with

HOUR = 3600
DAYS_LEFT = (3, 0, -1)


@every(HOUR)
def remind_of_steps() -> int:
    """Tell the owners of each step not done that is due in three days, today, or since yesterday; returns how many."""
    today = clock.today()
    days = [today + timedelta(days=left) for left in DAYS_LEFT]
    steps = ChecklistStep.objects.filter(done_on=None, due_on__in=days, session__state__in=ALIVE)
    return sum(_tell(step) for step in steps.select_related("session__term"))


@transaction.atomic
def _tell(step: ChecklistStep) -> int:
    """Once on one day, however often the ticker runs."""
    today = clock.today().isoformat()
    if Event.objects.about(step).filter(verb="congress.remind", after__day=today).exists():
        return 0
    owners = users_with(*BY_KEY[step.key].owners)
    notices.after_commit("congress.owed", step.session, to=owners, step=step.label, due=day(step.due_on))
    audit.record("congress.remind", step, by=system_user(), after={"day": today})
    return 1
