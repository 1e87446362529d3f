"""What kinds of value a rule may have: how each is read from what people type, kept as text, and shown."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from unionhall.kernel import money
from unionhall.kernel.text import squeezed

FINEST, LONGEST = 10_000, 9


class Span(NamedTuple):
    """From the least to the most, both inclusive (G-01)."""

    least: int
    most: int


@dataclass(frozen=True)
class Kind:
    """`read` takes text and raises ValueError with a sentence; `write` gives the text kept; `show` that on a page."""

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    show: Callable[[Any], str]


def _whole(text: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > LONGEST:
        raise ValueError(_("“%(text)s”不是整数，请填 0 或正整数。") % {"text": text})
    return int(text)


def _share(text: str) -> Fraction:
    try:
        share = Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise ValueError(_("“%(text)s”不是比例，请填 20%%、0.2 或 2/3 这样的写法。") % {"text": text}) from None
    if not 0 <= share <= 1:
        raise ValueError(_("比例应在 0 与 1（100%）之间。"))
    if share.denominator > FINEST:
        raise ValueError(_("比例最细写到万分之一。"))
    return share


def _money(text: str) -> Decimal:
    try:
        yuan = Decimal(text.replace(",", ""))
        money.to_fen(yuan)
        yuan = yuan.quantize(money.FEN)
    except (InvalidOperation, ValueError, OverflowError):
        raise ValueError(_("“%(text)s”不是金额，请填到分为止的数。") % {"text": text}) from None
    if yuan < 0:
        raise ValueError(_("金额不能是负数。"))
    return yuan


def _span(text: str) -> Span:
    least, dash, most = text.replace("–", "-").replace("—", "-").replace("至", "-").partition("-")
    span = Span(_whole(least), _whole(most) if dash else _whole(least))
    if span.least > span.most:
        raise ValueError(_("范围的前一个数不能大于后一个数。"))
    return span


def _days(text: str) -> tuple[int, ...]:
    return tuple(sorted({_whole(part) for part in text.replace("，", ",").replace("、", ",").split(",")}, reverse=True))


def _words(text: str) -> tuple[str, ...]:
    words = text.replace("，", "、").replace(",", "、").split("、")
    return tuple(dict.fromkeys(word for word in words if word))


def _span_shown(span: Span) -> str:
    return str(span.least) if span.least == span.most else f"{span.least}–{span.most}"


def _share_shown(share: Fraction) -> str:
    finest = share * FINEST
    return f"{float(share * 100):g}%" if finest.denominator == 1 else str(share)


KINDS = {
    "int": Kind(_whole, str, str),
    "share": Kind(_share, str, _share_shown),
    "money": Kind(_money, str, money.shown),
    "choice": Kind(str, str, str),
    "span": Kind(_span, lambda span: f"{span.least}-{span.most}", _span_shown),
    "words": Kind(_words, "、".join, "、".join),
    "days": Kind(_days, lambda days: ",".join(map(str, days)), lambda days: "、".join(map(str, days))),
}


def read(kind: str, text: str) -> Any:
    """The value that `text` means; raises ValueError with a sentence for the one who typed it."""
    return KINDS[kind].read(squeezed(text))
