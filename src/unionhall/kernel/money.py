"""Money: integer fen in the column, Decimal yuan in the code, never a float."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

FEN = Decimal("0.01")
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def to_fen(yuan: Decimal) -> int:
    """Yuan as integer fen; raises ValueError when there is a part smaller than one fen."""
    fen = yuan * 100
    if fen != fen.to_integral_value():
        raise ValueError(f"{yuan} yuan is not a whole number of fen")
    return int(fen)


def to_yuan(fen: int) -> Decimal:
    """Integer fen as Decimal yuan with two places."""
    return (Decimal(fen) / 100).quantize(FEN)


def as_column(yuan: Decimal) -> models.Value:
    """An amount in yuan as the database reckons with it beside a column."""
    return models.Value(yuan, output_field=MoneyField())


def rounded(yuan: Decimal) -> Decimal:
    """Yuan rounded half up to the fen, as the dues table does (MEM-10)."""
    return yuan.quantize(FEN, ROUND_HALF_UP)


def shown(yuan: Decimal) -> str:
    """`1,000.00`: how an amount stands on a page."""
    return f"{yuan.quantize(FEN):,}"


def in_words(yuan: Decimal) -> str:
    """An amount of money in capitals (大写金额) as receipts require: 1000.05 is 壹仟元零伍分."""
    fen = to_fen(yuan)
    if fen < 0:
        return "负" + in_words(-yuan)
    whole, rest = divmod(fen, 100)
    jiao, last = divmod(rest, 10)
    words = _whole_in_words(whole) + "元" if whole else ""
    if not rest:
        return (words or "零元") + "整"
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif words:
        words += "零"
    return words + (_DIGITS[last] + "分" if last else "整")


def _whole_in_words(number: int) -> str:
    words, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place % 4]
            gap = False
        elif words:
            gap = True
        if place % 4 == 0 and place and number // 10**place % 10**4:
            words += _GROUPS[place // 4]
    return words


class MoneyField(models.BigIntegerField):
    """Integer fen in the database, Decimal yuan in Python; sums are exact on both databases."""

    description = _("金额（元）")
    _pyi_private_set_type: Decimal | int | None  # what the type checker lets be assigned, and what it reads back
    _pyi_private_get_type: Decimal

    def from_db_value(self, value: int | None, expression: Any, connection: Any) -> Decimal | None:
        return None if value is None else to_yuan(int(value))

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        try:
            return Decimal(str(value))
        except ArithmeticError:
            raise ValidationError(_("“%(value)s”不是金额。"), params={"value": value}) from None

    def get_prep_value(self, value: Any) -> int | None:
        yuan = self.to_python(value)
        return None if yuan is None else to_fen(yuan)

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.DecimalField(
            **{
                "max_digits": 14,
                "decimal_places": 2,
                "label": self.verbose_name,
                "required": not self.blank,
                "help_text": self.help_text,
            }
            | kwargs
        )
