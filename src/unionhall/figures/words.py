"""How a number stands in prose, and what a rounded word promises about the number behind it (design: section 5).

A style is `exact`, `over` (余), `many` (多), `near` (近) or `passed` (突破), with the round number after a colon where
the author chose it: `over:2000`. Without one the nearest true round number is taken.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from unionhall.kernel.money import shown

Number = int | Decimal
STYLES = ("exact", "over", "many", "near", "passed")
TENTH = Decimal("0.1")


class Untrue(ValueError):
    """The rounded word would not be true of the number."""


def holds(value: Number, n: Number, style: str, before: Number | None = None) -> bool:
    """Whether a word about `n` is true of `value`.

    余 and 多: value > N; 近: 90 % N ≤ value < N; 以上 (`least`): value ≥ N (G-01); 突破: value ≥ N and not so the year
    before (`before` None: nothing is known of it).
    """
    match style:
        case "over" | "many":
            return value > n
        case "near":
            return n * 9 <= value * 10 and value < n
        case "least":
            return value >= n
        case "passed":
            return value >= n and (before is None or before < n)
    return value == n


def rounded(value: Number, style: str = "exact", before: Number | None = None) -> str:
    """`2107, over` is 2000余; `983, near` is 近1000; raises Untrue when the word does not hold of the value."""
    kind, _colon, chosen = style.partition(":")
    if kind not in STYLES:
        raise ValueError(f"no such style: {style}")
    if kind == "exact":
        return number(value)
    for n in [Decimal(chosen)] if chosen else _round_numbers(value, kind):
        if holds(value, n, kind, before):
            return {"over": "{}余", "many": "{}多", "near": "近{}", "passed": "突破{}"}[kind].format(number(n))
    raise Untrue(f"{value} is not {style}")


def say(value: Number | None, unit: str, style: str = "exact", before: Number | None = None) -> str:
    """A value with its unit; a share as a percentage; money to the fen, as everywhere (25,368.50元), unless it is round in
    ten thousands; a dash for no value; exact where the rounded word is untrue."""
    if value is None:
        return "—"
    if unit == "%":
        return percent(value)
    exact = shown(Decimal(value)) if unit == _("元") and value % 10000 else number(value)
    unit = f" {unit}" if unit.isascii() else unit
    try:
        return (exact if style == "exact" else rounded(value, style, before)) + unit
    except Untrue:
        return exact + unit


def number(value: Number) -> str:
    """Plain digits without separators or idle noughts; round ten thousands as `10万`."""
    if value and value % 10000 == 0:
        return f"{value // 10000:f}万" if isinstance(value, Decimal) else f"{value // 10000}万"
    if isinstance(value, int):
        return str(value)
    return format(value.normalize(), "f")


def percent(share: Number) -> str:
    """A fraction as a percentage with at most one decimal: `86.4%`; never 100% short of the whole."""
    shown = (Decimal(share) * 100).quantize(TENTH)
    if shown == 100 and share < 1:
        shown = Decimal("99.9")
    return number(shown) + "%"


def _round_numbers(value: Number, kind: str) -> Iterator[int]:
    """Round numbers beside a value, coarse first: one leading digit where it is within a tenth, then two."""
    whole = int(value)
    place = 10 ** max(len(str(whole)) - 1, 0)
    up = 1 if kind == "near" else 0
    coarse = (whole // place + up) * place
    if kind in ("near", "passed") or value * 10 <= coarse * 11:
        yield coarse
    fine = max(place // 10, 1)
    yield (whole // fine + up) * fine
