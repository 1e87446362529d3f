"""What care does by itself as time passes."""

from datetime import timedelta

from unionhall.care.services import calling_in, posting, tasks
from unionhall.jobs.registry import every
from unionhall.kernel import clock
from unionhall.rulebook import services as rulebook

HOUR = 3600


@every(HOUR)
def plan_the_roster() -> None:
    """Make due the birthdays and retirements of the coming days, and of a week gone by in case nobody ticked."""
    today = clock.today()
    tasks.plan_roster(today - timedelta(days=7), today + timedelta(days=rulebook.value("care.birthday_ahead_days")))


@every(HOUR)
def watch_the_visits() -> None:
    """Close what is due to who has left, remind of visits that fall due, bring those not made before the office."""
    tasks.close_of_who_left(clock.today())
    tasks.remind(clock.today())
    tasks.escalate(clock.today())


@every(HOUR)
def watch_the_objections() -> None:
    """Tell of objections nobody answered in time."""
    posting.chase(clock.today())


@every(HOUR)
def watch_the_gifts() -> None:
    """Remind of gifts nobody fetched."""
    calling_in.remind(clock.today())
