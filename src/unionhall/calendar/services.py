"""Is it a working day, when does a period end, and what the yearly notice says."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.calendar import official, rules, selectors
from unionhall.calendar.models import CalendarDay, CalendarYear
from unionhall.calendar.rules import Unit
from unionhall.flows import Blocked, NotAllowed
from unionhall.pages import values

__all__ = ["Deadline", "Unit", "add", "before", "enter", "is_working_day", "known", "working_days"]


@dataclass(frozen=True)
class Deadline:
    """The last day of a period, inclusive. `provisional`: it rests on a year whose official calendar is not yet known."""

    day: date
    provisional: bool

    def __str__(self) -> str:
        shown = values.day(self.day)
        return _("%(day)s（当年放假安排未公布，暂估）") % {"day": shown} if self.provisional else shown


def is_working_day(day: date) -> bool:
    """Whether people work on that day; for a year not `known` by weekday and statutory days off alone."""
    return selectors.year(day.year).is_working(day)


def known(year: int) -> bool:
    """Whether the official days off and make-up days of a year are known."""
    return selectors.year(year).is_known


def add(start: date, count: int, unit: Unit) -> Deadline:
    """When a period of `count` units from `start` ends (Civil Code arts. 201–203; G-05, G-06); see `rules.end_of`."""
    calendar = selectors.Calendar()
    return Deadline(rules.end_of(start, count, unit, calendar.is_working), calendar.guessed)


def before(end: date, count: int, unit: Unit) -> Deadline:
    """The last day for what must be done `count` days or working days before `end`; see `rules.start_of`."""
    calendar = selectors.Calendar()
    return Deadline(rules.start_of(end, count, unit, calendar.is_working), calendar.guessed)


def working_days(start: date, end: date) -> int:
    """How many working days there are after `start` up to and with `end`; none when that is over. Counted as `add` counts."""
    calendar = selectors.Calendar()
    return sum(calendar.is_working(start + timedelta(days=n + 1)) for n in range((end - start).days))


@transaction.atomic
def enter(*, by: User, year: int, source: str, text: str) -> CalendarYear:
    """Enter a year's official days from the notice `source`, in the place of what was known of that year.

    `text` is lines like `2月5日至11日 休 春节`. Raises NotAllowed outside the office, Blocked for what cannot be read.
    """
    if not in_office(by):
        raise NotAllowed(_("只有工会办公室可以录入放假安排。"))
    try:
        days = official.read(year, text)
    except ValueError as error:
        raise Blocked(str(error)) from None
    before = lines_of(selectors.year(year))
    entry, _made = CalendarYear.objects.update_or_create(year=year, defaults={"source": source, "by": by})
    CalendarDay.objects.filter(year=entry).delete()
    CalendarDay.objects.bulk_create(
        [CalendarDay(year=entry, day=day.day, is_working=day.is_working, name=day.name) for day in days]
    )
    audit.record(
        "calendar.enter",
        entry,
        by=by,
        reason=source,
        before={"days": before},
        after={"days": lines_of(selectors.year(year))},
    )
    return entry


def lines_of(year: selectors.Year) -> list[str]:
    """A year's days as one writes them into the form."""
    return [
        f"{day.month}月{day.day}日 {'班' if found.is_working else '休'} {found.name}"
        for day, found in sorted(year.days.items())
    ]
