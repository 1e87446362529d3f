"""Counting days the way the Civil Code does (G-05, G-06), over any calendar that knows its working days."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

DAY = timedelta(days=1)
IsWorking = Callable[[date], bool]


class Unit(models.TextChoices):
    """What a deadline is counted in (G-06)."""

    DAY = "day", _("天")
    WORKDAY = "workday", _("个工作日")
    MONTH = "month", _("个月")


def end_of(start: date, count: int, unit: Unit, is_working: IsWorking) -> date:
    """The last day, inclusive, of a period of `count` units from `start` (Civil Code arts. 201–203; G-05).

    The first day is not counted; a month ends on the same day of the month or its last; a last day off rolls to the next
    working day. Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("a period is not counted backwards")
    if unit == Unit.WORKDAY:
        return _after_workdays(start, count, is_working)
    last = start + count * DAY if unit == Unit.DAY else months_after(start, count)
    return last if count == 0 else rolled(last, is_working)


def start_of(end: date, count: int, unit: Unit, is_working: IsWorking) -> date:
    """The latest day, inclusive, to have done what must be done `count` days or working days before `end`.

    `end` itself is not counted. A day off is no day to hand anything in: the working day before it is the last.
    Raises ValueError for a negative count and for months.
    """
    if count < 0 or unit == Unit.MONTH:
        raise ValueError("days before are counted in days or working days")
    if unit == Unit.DAY:
        return rolled_back(end - count * DAY, is_working)
    while count:
        end = rolled_back(end - DAY, is_working)
        count -= 1
    return end


def rolled_back(day: date, is_working: IsWorking) -> date:
    """The day itself, or the last working day before a day off."""
    while not is_working(day):
        day -= DAY
    return day


def months_after(start: date, count: int) -> date:
    """The same day `count` months on, or the last of a month that has no such day (Civil Code art. 202)."""
    years, month = divmod(start.month - 1 + count, 12)
    year, month = start.year + years, month + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def rolled(last: date, is_working: IsWorking) -> date:
    """The day itself, or the first working day after a day off (Civil Code art. 203)."""
    while not is_working(last):
        last += DAY
    return last


def _after_workdays(start: date, count: int, is_working: IsWorking) -> date:
    while count:
        start = rolled(start + DAY, is_working)
        count -= 1
    return start
