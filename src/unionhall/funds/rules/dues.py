"""Dues and the employer's contribution, in yuan (MEM-09, MEM-10, FIN-01, FIN-03)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from unionhall.kernel.money import FEN, rounded

EMPLOYER_SHARE = Fraction(2, 100)  # of all wages of the month, Trade Union Law (2021) art. 43
ZERO = Decimal(0)


def base(wage: Decimal, step: Decimal) -> Decimal:
    """The wage with what is below a whole `step` (ten yuan) cut off."""
    return wage // step * step


def dues(wage: Decimal, *, rate: Fraction, step: Decimal) -> Decimal:
    """What a member owes for a month: `rate` of the base, rounded half up to the fen."""
    return _part(base(wage, step), rate)


def contribution(wages: Decimal) -> Decimal:
    """What the employer owes for a month, rounded half up to the fen."""
    return _part(wages, EMPLOYER_SHARE)


def upward(received: Decimal, retained: Fraction) -> Decimal:
    """What of a contribution that came in belongs to the unions above, rounded half up to the fen (FIN-05)."""
    return _part(received, 1 - retained)


def due_on(month: date, day: int) -> date:
    """The last day, inclusive, on which a month's contribution is in time: that day of the month after."""
    year, after = divmod(month.year * 12 + month.month, 12)
    return date(year, after + 1, day)


def late_fee(owed: Decimal, days: int, rate: Fraction) -> Decimal:
    """What a day's `rate` makes of arrears after so many days; never more than the arrears themselves (FIN-03)."""
    return min(_part(owed, rate * max(days, 0)), owed) if owed > 0 else ZERO.quantize(FEN)


def _part(yuan: Decimal, share: Fraction) -> Decimal:
    return rounded(yuan * share.numerator / share.denominator)
