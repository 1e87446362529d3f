"""Days in all the spellings a roster has."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from unionhall.kernel.text import squeezed

_DAY = re.compile(r"(\d{4})(?:[-./年])(\d{1,2})(?:[-./月](\d{1,2})?日?)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_EXCEL_ZERO = date(1899, 12, 30)
_EXCEL_SERIALS = range(367, 73051)  # 1901 to 2099: a day whose cell lost its date format


class Unreadable(ValueError):
    """A cell that names no day; the text says why."""


@dataclass(frozen=True)
class ReadDay:
    """A day found in a cell; not `exact` when only year and month were written (then the first of the month)."""

    day: date
    exact: bool = True


def read_day(cell: object) -> ReadDay | None:
    """The day a cell means: Excel dates, 1985.03, 1985-3-2, 19850302, 1985年3月2日; None for an empty cell.

    Raises Unreadable, with the reason in words.
    """
    if isinstance(cell, datetime):
        return ReadDay(cell.date())
    if isinstance(cell, date):
        return ReadDay(cell)
    if isinstance(cell, int | float):
        return _of_number(float(cell))
    text = squeezed(re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", str(cell or "")))
    return _of_text(text) if text else None


def _of_number(number: float) -> ReadDay:
    if number in _EXCEL_SERIALS:
        return ReadDay(_EXCEL_ZERO + timedelta(days=int(number)))
    if number == int(number):
        return _of_text(str(int(number)))
    text = f"{number:.2f}"
    if text.endswith("0"):  # 1985.1 may have been 1985.10 before Excel made a number of it
        raise Unreadable(_("“%(text)s”看不出是1月还是10月，请写成1985-10这样的形式。") % {"text": f"{number:g}"})
    return _of_text(text)


def _of_text(text: str) -> ReadDay:
    found = _DAY.fullmatch(text) or _DIGITS.fullmatch(text)
    if not found:
        raise Unreadable(_("“%(text)s”不是日期。") % {"text": text[:20]})
    year, month, day = found.groups()
    try:
        return ReadDay(date(int(year), int(month), int(day or 1)), exact=bool(day))
    except ValueError:
        raise Unreadable(_("没有“%(text)s”这一天。") % {"text": text[:20]}) from None


def last_day_named(text: str) -> date | None:
    """The last day of the month a title names (`职工花名册（2022年12月）`), or the very day; None without one."""
    found = re.search(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?", squeezed(text))
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), found[3]
    try:
        if day:
            return date(year, month, int(day))
        return date(year, month, monthrange(year, month)[1])
    except ValueError:  # a thirteenth month, a 30 February
        return None
