"""A year as twelve sheets of weeks, for the page."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext

from unionhall.calendar import lunar
from unionhall.calendar.selectors import Year

MONDAY = 0


@dataclass(frozen=True)
class Cell:
    """One day of a sheet: how it counts, and what it is called."""

    day: date
    is_working: bool
    is_shifted: bool
    name: str | Promise


def months(year: Year) -> Iterator[tuple[date, list[list[Cell | None]]]]:
    """Each month's first day and its weeks, from Monday; days of the months beside it are None."""
    festivals = {festival.day: festival.name for festival in lunar.festivals(year.year)}
    for month in range(1, 13):
        weeks = Calendar(MONDAY).monthdatescalendar(year.year, month)
        yield (
            date(year.year, month, 1),
            [[_cell(year, day, festivals) if day.month == month else None for day in week] for week in weeks],
        )


def _cell(year: Year, day: date, festivals: dict[date, str | Promise]) -> Cell:
    found = year.days.get(day)
    return Cell(
        day,
        year.is_working(day),
        bool(found and found.is_working),
        festivals.get(day) or (gettext(found.name) if found and found.name else ""),
    )
