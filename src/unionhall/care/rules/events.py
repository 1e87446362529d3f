"""When somebody's day is, and which day membership is judged by."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import LAST_DAY_BEFORE, Occasion

NEAR = timedelta(days=7)  # two reports of one thing seldom lie further apart
SAME = timedelta(days=90)  # a visit of the same kind within this time after something told is about it


def birthday_in(year: int, birth_on: date) -> date:
    """The birthday in a year; who was born on 29 February has it on the 28th in common years."""
    try:
        return birth_on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def judged_on(occasion: str, happened_on: date) -> date:
    """The day by which membership is judged: what ends it, retirement and death, by the day before."""
    return happened_on - timedelta(days=1) if occasion in LAST_DAY_BEFORE else happened_on


def event_problem(occasion: str, happened_on: date, *, today: date, left_on: date | None) -> str | None:
    """Why such an event cannot be taken down, or None. `left_on` is the first day somebody no longer belonged here."""
    if happened_on > today:
        return _("发生日期在今天以后，请核对。")
    if happened_on.year < 1900:
        return _("发生日期早于1900年，请核对。")
    if left_on and judged_on(occasion, happened_on) >= left_on:
        return _("这位职工已于%(day)s离院，之后发生的事不再登记走访（CARE-14：慰问对象须是在会会员）。") % {
            "day": left_on.isoformat()
        }
    return None


def default_level(occasion: str, is_serious: bool, level: str) -> str:
    """Whose visit it is: the hospital's union goes to the seriously ill and to hardship, else as the set says."""
    return "union" if is_serious or occasion in (Occasion.ILLNESS, Occasion.HARDSHIP, Occasion.DEATH) else level
