"""The period a report covers: a year, a half, a quarter, or the committee's term (APR-07)."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from unionhall.flows import Blocked

SHAPE = re.compile(r"(?P<year>\d{4})(?:(?P<part>[HQ])(?P<number>[1-4]))?")
MONTHS = {"H": 6, "Q": 3}
HALVES = ("上半年", "下半年")
QUARTERS = ("第一季度", "第二季度", "第三季度", "第四季度")


class UnknownPeriod(Blocked):
    """A text that names no period."""


@dataclass(frozen=True)
class Period:
    """First and last day, both inclusive, and what the report calls the time between."""

    key: str
    first: date
    last: date
    label: str


def parse(text: str, term: tuple[date, date] | None = None) -> Period:
    """`2023`, `2023H1`, `2023Q2`, or `term` where the first and last day of a term are given; raises UnknownPeriod."""
    key = text.strip().upper()
    if key == "TERM":
        return _of_term(term)
    found = SHAPE.fullmatch(key)
    if not found or (found["part"] == "H" and found["number"] > "2") or not 1949 <= int(found["year"]) <= 2999:
        raise UnknownPeriod(
            _("“%(text)s”不是期间。请写成 2023（全年）、2023H1（上半年）或 2023Q2（第二季度）。") % {"text": text}
        )
    return _of_year(key, int(found["year"]), found["part"], int(found["number"] or 1))


def _of_year(key: str, year: int, part: str | None, number: int) -> Period:
    months = MONTHS[part] if part else 12
    last = number * months
    label = {"H": HALVES, "Q": QUARTERS}[part][number - 1] if part else ""
    return Period(
        key, date(year, last - months + 1, 1), date(year, last, calendar.monthrange(year, last)[1]), f"{year}年{label}"
    )


def _of_term(term: tuple[date, date] | None) -> Period:
    if term is None:
        raise UnknownPeriod(_("还没有登记本届工会委员会的任期，不能按届期写报告。请先在“任职”里登记届期。"))
    first, last = term
    return Period("term", first, last, f"{first.year}年{first.month}月至{last.year}年{last.month}月")
