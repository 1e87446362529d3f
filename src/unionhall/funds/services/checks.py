"""What several verbs of requests and budgets ask before they act."""

from datetime import date

from unionhall.flows import Blocked
from unionhall.kernel import clock


def given(text: str, problem: str) -> str:
    """The text without blanks around it; raises Blocked with `problem` when nothing is left."""
    if not text.strip():
        raise Blocked(problem)
    return text.strip()


def has_been(day: date | None, problem: str) -> date:
    """A day up to today, today when none is given; raises Blocked with `problem` for one to come."""
    day = day or clock.today()
    if day > clock.today():
        raise Blocked(problem)
    return day
