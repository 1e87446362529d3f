"""What several verbs of funds ask before they act."""

from datetime import date

from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked, NotAllowed
from unionhall.flows import given as given  # asked here by every verb
from unionhall.funds.permissions import spending as permissions
from unionhall.kernel import clock


def has_been(day: date | None, problem: str) -> date:
    """A day up to today, today when none is given; raises Blocked with `problem` for one to come."""
    day = day or clock.today()
    if day > clock.today():
        raise Blocked(problem)
    return day


def keeps_dues(by: User) -> None:
    """Raises NotAllowed for anybody but the office and the accountant."""
    if not permissions.keeps_dues(by):
        raise NotAllowed(_("会费和拨缴经费由工会办公室和会计登记。"))


def not_before(day: date, first: date | None, problem: str) -> None:
    """Raise Blocked with `problem` for a day before `first`, which itself is allowed; None is no bound."""
    if first and day < first:
        raise Blocked(problem)
