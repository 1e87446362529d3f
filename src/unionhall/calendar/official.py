"""The official days of a year: read from the committed table or from what an officer copies out of the yearly notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from django.utils.translation import gettext as _

from unionhall.kernel.text import folded

TABLE = Path(__file__).parent / "data" / "days.txt"
SATURDAY = 5
DATE = r"(?:(\d{4})[年.\-/])?(\d{1,2})[月.\-/](\d{1,2})日?"
WORKING = ("班", "上班", "work")
LINE = re.compile(
    rf"{DATE}(?:[-至到~—–]+(?:{DATE}|(\d{{1,2}})日?))?[，,\s]*(休|放假|off|班|上班|work)[，,：:\s]*(.{{0,20}})"
)


@dataclass(frozen=True, order=True)
class OfficialDay:
    """A day that differs from its weekday's rule, or has a festival's name: off, or a make-up working day."""

    day: date
    is_working: bool
    name: str


@cache
def shipped() -> dict[int, list[OfficialDay]]:
    """The committed days by year."""
    years: dict[int, list[OfficialDay]] = {}
    for line in TABLE.read_text(encoding="utf8").splitlines():
        if not line.startswith("#"):
            text, kind, name = line.split()
            entry = OfficialDay(date.fromisoformat(text), kind == "work", name)
            years.setdefault(entry.day.year, []).append(entry)
    return years


def read(year: int, text: str) -> list[OfficialDay]:
    """The days of lines like `2月5日至11日 休 春节` and `2月14日 班 春节`; raises ValueError with a sentence.

    A make-up day is a Saturday or Sunday, no day stands twice, and every day lies in the year.
    """
    days = [day for line in text.splitlines() if line.strip() for day in _read_line(year, folded(line))]
    if not days:
        raise ValueError(_("没有读到放假安排，请每行写一段日期，如：2月5日至11日 休 春节。"))
    for day in days:
        if day.day.year != year:
            raise ValueError(_("%(day)s 不在 %(year)s 年。") % {"day": day.day, "year": year})
        if day.is_working and day.day.weekday() < SATURDAY:
            raise ValueError(_("%(day)s 本来就是工作日，调休上班日应是周六或周日。") % {"day": day.day})
    seen = {day.day for day in days}
    if len(seen) < len(days):
        raise ValueError(_("有日期写了两次，请检查。"))
    return sorted(days)


def _read_line(year: int, line: str) -> Iterator[OfficialDay]:
    found = LINE.fullmatch(line)
    if not found:
        raise ValueError(_("看不懂这一行：%(line)s。请写成：2月5日至11日 休 春节。") % {"line": line})
    from_year, month, day, to_year, to_month, to_day, short_day, kind, name = found.groups()
    first = _day(from_year or year, month, day, line)
    last = _day(to_year or first.year, to_month or month, to_day or short_day or day, line)
    if last < first:
        raise ValueError(_("日期的先后反了：%(line)s") % {"line": line})
    for number in range((last - first).days + 1):
        yield OfficialDay(first + timedelta(days=number), kind in WORKING, name.strip())


def _day(year: str | int, month: str, day: str, line: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(_("没有这一天：%(line)s") % {"line": line}) from None
