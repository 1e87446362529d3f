"""What the rules say about joining, leaving and dues (MEM-*), over plain values."""

from decimal import Decimal
from fractions import Fraction

from unionhall.kernel.money import rounded


def may_join(employment: str, *, has_left: bool) -> bool:
    """Whoever lives on wages from the hospital may join, however employed (MEM-01, Trade Union Law art. 3)."""
    return not has_left and employment not in ("retired", "external")


def dues(base: Decimal, *, rate: Fraction, step: Decimal) -> Decimal:
    """Monthly dues: the base without its last yuan below `step`, times the rate, to the fen (MEM-09, MEM-10)."""
    return rounded((base // step) * step * rate.numerator / rate.denominator)


def counts_as_withdrawn(months_unpaid: int, *, limit: int, was_admonished: bool) -> bool:
    """Six months without dues and union life, and no change after being talked to (MEM-07); the limit is inclusive."""
    return months_unpaid >= limit and was_admonished
