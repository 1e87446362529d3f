"""Each room's year: its three telling figures against last year, and one of them month by month."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.figures import registry
from unionhall.figures.readings import Reading, Value
from unionhall.figures.scope import Scope
from unionhall.kernel import clock
from unionhall.pages.charts import Bar, Columns
from unionhall.pages.nav import ROOMS
from unionhall.pages.values import words, yuan
from unionhall.web.year.telling import TELLING, Telling

Text = str | Promise
TEN_THOUSAND = 10_000
COLORS = ["c1", "c2", "c3", "c4", "c5", "c6"]


@dataclass(frozen=True)
class Compared:
    """One figure of the year beside the same figure of the year before."""

    now: Reading

    @property
    def number(self) -> str:
        """The number alone; a share with its sign, much money in ten thousands."""
        return self.now.say() if self.is_share else self._said(self.now.value)

    def _said(self, value: Value) -> str:
        if is_much_money(self.now):
            return words(ten_thousands(value))
        return yuan(value) if self.now.unit == _("元") else words(value)

    @property
    def unit(self) -> str:
        if self.is_share:
            return ""
        return _("万元") if is_much_money(self.now) else self.now.unit

    @property
    def is_share(self) -> bool:
        return self.now.parts is not None

    @cached_property
    def before(self) -> Value:
        return self.now.value_before

    @cached_property
    def change(self) -> str:
        """What changed against last year, in words; empty when last year has no value to compare with."""
        if self.now.value is None or not self.before or self.is_share:
            return ""
        more = self.now.value - self.before
        if not more:
            return _("与去年持平")
        said = _("比去年多 %(number)s") if more > 0 else _("比去年少 %(number)s")
        return said % {"number": f"{self._said(abs(more))} {self.unit}"}


@dataclass(frozen=True)
class RoomYear:
    """A room on the year's page."""

    glyph: str
    label: Text
    figures: list[Compared]
    months: Columns | None

    @property
    def about(self) -> str:
        """What is inside, without the character on the door."""
        return re.split("[：:]", str(self.label), maxsplit=1)[-1].strip()


def rooms(user: Any, scope: Scope) -> list[RoomYear]:
    """The rooms that have something to tell this reader, in the order of the desk; absent figures are left out."""
    return [found for found in _every(user, scope) if found.figures]


def _every(user: Any, scope: Scope) -> Iterator[RoomYear]:
    known = {figure.key: figure for figure in registry.all() if figure.who(user)}
    told = {glyph: told for glyph, told in TELLING.items() if told.months in known}
    colors = dict(zip(told, COLORS * 2, strict=False))
    for glyph, label in ROOMS.items():
        telling = TELLING.get(glyph, Telling())
        figures = [Compared(known[key](scope)) for key in telling.figures if key in known]
        chart = months(known[telling.months](scope), colors[glyph]) if glyph in told else None
        yield RoomYear(glyph, label, figures, chart)


def months(reading: Reading, color: str) -> Columns:
    """A reading of a year, month by month; the months to come are empty."""
    bars = [_bar(reading, first, last) for first, last in months_of(reading.scope.first.year)]
    unit = reading.unit
    if is_much_money(reading):
        bars, unit = [replace(bar, value=ten_thousands(bar.value)) for bar in bars], _("万元")
    return Columns(reading.label, bars, unit=unit, color=color, heading=_("月份"))


def is_much_money(reading: Reading) -> bool:
    """Whether yuan are too many to stand in a small place; the list behind the figure keeps the fen."""
    return reading.unit == _("元") and abs(reading.value or 0) >= TEN_THOUSAND


def ten_thousands(amount: Decimal | int | None) -> Decimal:
    """Yuan in ten thousands, to the hundred."""
    return (Decimal(amount or 0) / TEN_THOUSAND).quantize(Decimal("0.01"))


def _bar(reading: Reading, first: date, last: date) -> Bar:
    label = dateformat.format(first, _("n月"))
    if first > clock.today():
        return Bar(label, 0)
    month = reading.figure(Scope(reading.scope.union, first, last))
    return Bar(label, month.value, month.url)


def months_of(year: int) -> list[tuple[date, date]]:
    """First and last day of each month."""
    firsts = [date(year, month, 1) for month in range(1, 13)]
    return [(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)) for first in firsts]
