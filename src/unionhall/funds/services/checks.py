"""What several verbs of requests and budgets ask before they act."""

from datetime import date

from unionhall.flows import Blocked
from unionhall.flows import given as given  # asked here by every verb
from unionhall.kernel import clock


def has_been(day: date | None, problem: str) -> date:
    """A day up to today, today when none is given; raises Blocked with `problem` for one to come."""
    day = day or clock.today()
    if day > clock.today():
        raise Blocked(problem)
    return day
