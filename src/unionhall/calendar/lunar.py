"""Festivals of the lunar calendar, by lunar-python; no official notice is needed to know them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from lunar_python import Lunar

FESTIVALS = {  # name: lunar month and day
    _("春节"): (1, 1),
    _("元宵节"): (1, 15),
    _("端午节"): (5, 5),
    _("七夕节"): (7, 7),
    _("中秋节"): (8, 15),
    _("重阳节"): (9, 9),
    _("腊八节"): (12, 8),
}


@dataclass(frozen=True)
class Festival:
    """A festival and the day it falls on."""

    day: date
    name: str | Promise


@cache
def festivals(year: int) -> tuple[Festival, ...]:
    """The lunar festivals of a Gregorian year in order; 腊八 may come twice in one or not at all."""
    found = [*_of_lunar_year(year - 1), *_of_lunar_year(year)]
    eve = new_year(year) - timedelta(days=1)
    return tuple(
        sorted(
            [Festival(eve, _("除夕")), *(festival for festival in found if festival.day.year == year)],
            key=lambda festival: festival.day,
        )
    )


def new_year(year: int) -> date:
    """The first day of the lunar year that begins in this Gregorian year."""
    return _solar(year, 1, 1)


def _of_lunar_year(year: int) -> Iterator[Festival]:
    for name, (month, day) in FESTIVALS.items():
        yield Festival(_solar(year, month, day), name)


def _solar(year: int, month: int, day: int) -> date:
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@cache
def statutory(year: int) -> dict[date, str | Promise]:
    """The statutory days off of a year by law, without the shifts that only the yearly notice brings.

    Regulation on national days off (2024 revision) art. 2: eve and three days of Spring Festival, two days of Labour Day.
    """
    spring = new_year(year)
    days: dict[date, str | Promise] = {date(year, 1, 1): _("元旦")}
    days |= {spring + timedelta(days=number): _("春节") for number in range(-1, 3)}
    days[_qingming(year)] = _("清明节")
    days |= {date(year, 5, number): _("劳动节") for number in (1, 2)}
    days[_solar(year, 5, 5)] = _("端午节")
    days[_solar(year, 8, 15)] = _("中秋节")
    return days | {date(year, 10, number): _("国庆节") for number in (1, 2, 3)}


def _qingming(year: int) -> date:
    solar = Lunar.fromYmd(year, 1, 1).getJieQiTable()["清明"]
    return date(solar.getYear(), solar.getMonth(), solar.getDay())
