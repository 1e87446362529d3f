"""One year as this union knows it: its own entry, else the committed table, else what law alone tells."""

from dataclasses import dataclass
from datetime import date

from unionhall.calendar import lunar, official
from unionhall.calendar.models import CalendarDay, CalendarYear
from unionhall.calendar.official import SATURDAY, OfficialDay


@dataclass(frozen=True)
class Year:
    """The days of a year that differ from their weekday or bear a name. `is_known`: by an official notice."""

    year: int
    days: dict[date, OfficialDay]
    is_known: bool
    entry: CalendarYear | None = None

    def is_working(self, day: date) -> bool:
        """Whether people work on a day: weekdays but days off, and make-up days."""
        found = self.days.get(day)
        return found.is_working if found else day.weekday() < SATURDAY


def year(number: int) -> Year:
    """A year's calendar; one query, and one more when the union entered it itself."""
    entry = CalendarYear.objects.filter(year=number).first()
    if entry:
        days = [OfficialDay(row.day, row.is_working, row.name) for row in CalendarDay.objects.filter(year=entry)]
        return Year(number, by_day(days), True, entry)
    if number in official.shipped():
        return Year(number, by_day(official.shipped()[number]), True)
    guessed = [OfficialDay(day, False, str(name)) for day, name in lunar.statutory(number).items()]
    return Year(number, by_day(guessed), False)


def by_day(days: list[OfficialDay]) -> dict[date, OfficialDay]:
    """The days by date."""
    return {day.day: day for day in days}


class Calendar:
    """Every year, each read when first asked; remembers whether it had to guess."""

    def __init__(self) -> None:
        self.years: dict[int, Year] = {}
        self.guessed = False

    def is_working(self, day: date) -> bool:
        """Whether people work on a day, of whatever year."""
        if day.year not in self.years:
            self.years[day.year] = year(day.year)
        self.guessed |= not self.years[day.year].is_known
        return self.years[day.year].is_working(day)
