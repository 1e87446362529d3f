"""Double entry over whole fen: what a voucher must satisfy before it is written.

A debit is positive, a credit negative; the lines of a voucher add up to nothing, and so do those of each purse in it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from unionhall.kernel.money import shown, to_yuan

LARGEST = 10**13  # fen; a hundred billion yuan is a slip of the hand


@dataclass(frozen=True)
class Line:
    """One line of a voucher: an account by code, debit or credit in fen, and the purse (None: the union's own)."""

    account: str
    debit: int = 0
    credit: int = 0
    fund: Any = None
    text: str = ""

    @property
    def fen(self) -> int:
        """Signed: a debit positive, a credit negative."""
        return self.debit - self.credit


def signed(account: str, fen: int, fund: Any) -> Line:
    """The line that brings an account a signed amount in fen, a debit positive."""
    return Line(account, debit=max(fen, 0), credit=max(-fen, 0), fund=fund)


def yuan(fen: int) -> str:
    """`1,000.00`: fen as a refusal says them."""
    return shown(to_yuan(fen))


def problem(lines: Sequence[Line]) -> str | None:
    """Why these lines make no voucher, or None."""
    if len(lines) < 2:
        return _("一张凭证至少要有一借一贷两条分录。")
    return next((reason for line in lines if (reason := line_problem(line))), None) or _imbalance(lines)


def line_problem(line: Line) -> str | None:
    """Why this is no line of a voucher, whatever stands beside it, or None."""
    if min(line.debit, line.credit) < 0:
        return _("分录金额不能是负数；要冲减，请用红字冲销原凭证。")
    if bool(line.debit) == bool(line.credit):
        return _("每条分录只填借方或贷方，金额大于零。")
    return _("金额超出可能的范围，请核对。") if max(line.debit, line.credit) > LARGEST else None


def _imbalance(lines: Iterable[Line]) -> str | None:
    lines = list(lines)
    debit, credit = sum(line.debit for line in lines), sum(line.credit for line in lines)
    if debit != credit:
        return _("借方合计%(debit)s元，贷方合计%(credit)s元，借贷不平，不能记账（工会会计制度，复式记账）。") % {
            "debit": yuan(debit),
            "credit": yuan(credit),
        }
    sums: Counter[Any] = Counter()
    for line in lines:
        sums[line.fund] += line.fen
    crooked = next((fund for fund, fen in sums.items() if fen), None)
    return crooked and _("专项资金“%(fund)s”自身借贷不平，各来源的资金要分账核算（CARE-08）。") % {"fund": crooked}


def reversed_lines(lines: Iterable[tuple[str, int, Any, str]]) -> list[Line]:
    """The same lines turned round, of `(account, fen, fund, text)`: what a reversal books."""
    return [
        Line(account, debit=max(-fen, 0), credit=max(fen, 0), fund=fund, text=text)
        for account, fen, fund, text in lines
    ]
