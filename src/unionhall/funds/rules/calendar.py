"""By when the book is closed and told, as days of a month; a month too short for the day ends on its last one."""

from datetime import date, timedelta

from django.utils.translation import gettext as _


def month_said(day: date) -> str:
    """`2023年4月`: the month a day falls in, as people say it."""
    return _("%(year)s年%(month)s月") % {"year": day.year, "month": day.month}


def month_end(first: date) -> date:
    """The last day of the month that begins on `first`."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def day_in(first: date, number: int) -> date:
    """The day of that number in the month that begins on `first`."""
    return first.replace(day=min(number, month_end(first).day))


def month_before(day: date) -> date:
    """The first day of the month before that of a day."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
