"""From what stands in a cell to what it means; `Bad` carries the reason that is shown beside the row.

Cells come as str, float, bool, date or datetime. Full-width digits and letters are made narrow, odd spaces dropped;
an empty cell never gets here.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from unionhall.pages.values import words

_NARROW = {
    code: code - 0xFEE0
    for first, last in ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))
    for code in range(first, last + 1)
}
_NARROW |= dict.fromkeys((0x3000, 0xA0, 0x09, 0x0A, 0x0D), " ") | dict.fromkeys((0x200B, 0xFEFF), "")
_NARROW |= {0xFF0D: "-", 0xFF0E: ".", 0xFF0F: "/"}
_EXACT_DIGITS = 10**15  # a number in a workbook keeps 15 digits; a longer one has already lost its end
_TIME = r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
_DAY = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月?)" + _TIME)
_FIRST_SERIAL, _LAST_SERIAL = 366, 73_050  # Excel's day numbers of 1901 and 2099

Cleaner = Callable[[Any], Any]


class Bad(ValueError):
    """A cell that cannot mean what its column asks for."""


class Unclear(Bad):
    """A cell that may mean two things."""


def plain(value: Any) -> str:
    """A cell as the text somebody typed."""
    if isinstance(value, str):
        return value.strip() if value.isascii() and value.isprintable() else value.translate(_NARROW).strip()
    if isinstance(value, float):
        if abs(value) >= _EXACT_DIGITS:
            raise Bad(_("数字太长，末几位已被表格抹去。请把这一列设为文本格式，重新填写"))
        return str(int(value)) if value.is_integer() else repr(value)
    return words(value) if isinstance(value, bool) else str(value)


def text(longest: int = 200) -> Cleaner:
    """Text of at most `longest` characters."""

    def clean(value: Any) -> str:
        said = plain(value)
        if len(said) > longest:
            raise Bad(_("超过 {longest} 个字").format(longest=longest))
        return said

    return clean


def choice(meanings: Mapping[str, Any]) -> Cleaner:
    """One of the words, as what it means; several words may mean the same."""

    def clean(value: Any) -> Any:
        said = plain(value).replace(" ", "")
        if said not in meanings:
            allowed = _("、").join(meanings)
            raise Bad(_("“{said}”不在可填的范围内（{allowed}）").format(said=said[:20], allowed=allowed))
        return meanings[said]

    return clean


yes_no = choice(
    {
        "是": True,
        "否": False,
        "有": True,
        "无": False,
        "Y": True,
        "N": False,
        "√": True,
        "×": False,
        "1": True,
        "0": False,
    }
)


def day(value: Any) -> date:
    """A day as `1985-3-2`, `1985.03.02`, `19850302`, `1985年3月` (its first day), an Excel date or its number."""
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, date):
        value = _day_number(value) if isinstance(value, float) else _day_text(plain(value))
    if value.year < 1900:
        raise Bad(_("“{day}”早于 1900 年").format(day=value))
    return value


def _day_number(value: float) -> date:
    if value.is_integer() and _FIRST_SERIAL <= value <= _LAST_SERIAL:
        return date(1899, 12, 30) + timedelta(days=int(value))
    said = plain(value)
    if re.fullmatch(r"\d{4}\.1", said):
        raise Unclear(
            _("“{said}”看不出是 1 月还是 10 月，请写成 {year}-01 或 {year}-10").format(said=said, year=said[:4])
        )
    return _day_text(said)


def _day_text(said: str) -> date:
    match = _DAY.fullmatch(said) or re.fullmatch(r"(\d{4})(\d{2})(\d{2})?", said)
    if match is None:
        raise Bad(_("“{said}”不是日期，请写成 1985-3-2 这样").format(said=said[:20]))
    year, month, number = (int(part or 1) for part in match.groups())
    try:
        return date(year, month, number)
    except ValueError:
        raise Bad(_("没有“{said}”这一天").format(said=said[:20])) from None


def month(value: Any) -> date:
    """The first day of a month, written as `2023-04`, `2023年4月` or any of its days."""
    try:
        return day(value).replace(day=1)
    except Unclear:
        raise
    except Bad:
        raise Bad(_("“{said}”不是月份，请写成 2023-04 这样").format(said=plain(value)[:20])) from None


def phone(value: Any) -> str:
    """A mobile or land-line number, digits alone."""
    digits = re.sub(r"[\s()（）-]", "", plain(value)).removeprefix("+86")
    if not re.fullmatch(r"\d{7,12}", digits):
        raise Bad(_("“{said}”不是电话号码").format(said=plain(value)[:20]))
    return digits


def number(least: Decimal | int | None = None, most: Decimal | int | None = None) -> Cleaner:
    """A number within bounds, both inclusive, as Decimal."""

    def clean(value: Any) -> Decimal:
        said = plain(value).replace(",", "").replace("，", "").removesuffix("元")
        try:
            found = Decimal(said)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            raise Bad(_("“{said}”不是数字").format(said=said[:20]))
        if (least is not None and found < least) or (most is not None and found > most):
            raise Bad(_("{said} 超出了范围").format(said=said[:20]))
        return found

    return clean


def whole(least: int | None = 0, most: int | None = None) -> Cleaner:
    """A whole number within bounds, both inclusive."""
    inner = number(least, most)

    def clean(value: Any) -> int:
        found = inner(value)
        if found != found.to_integral_value():
            raise Bad(_("{said} 不是整数").format(said=found))
        return int(found)

    return clean


def money(value: Any) -> Decimal:
    """An amount in yuan, zero or more, to the fen."""
    found = number(0, 10**10)(value)
    if found != found.quantize(Decimal("0.01")):
        raise Bad(_("{said} 不足一分").format(said=found))
    return found.quantize(Decimal("0.01"))
