"""Quarters: what is disclosed together."""

from datetime import date, timedelta


def quarter_of(day: date) -> tuple[date, date]:
    """The first and last day of the quarter a day falls in, both inclusive."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return first, (first + timedelta(days=100)).replace(day=1) - timedelta(days=1)


def number_of(day: date) -> int:
    """Which quarter of its year a day falls in, 1 to 4."""
    return (day.month + 2) // 3


def before(first: date) -> tuple[date, date]:
    """The quarter before the one that begins on `first`."""
    return quarter_of(first - timedelta(days=1))
