"""The means test of a household, line by line (CARE-01, CARE-02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from unionhall.care.kinds.hardship import INCOME, RIGID, Grade, LineKind
from unionhall.kernel import money

MONTHS = 12
RELATIVE_TIMES = 2  # the line is doubled for 相对困难 (CARE-01); the line itself differs by place and year


class Unclear(ValueError):
    """The figures of a household cannot be as they were written; the sentence says which and why."""


@dataclass(frozen=True)
class Line:
    """One amount of a household's year, in yuan."""

    kind: str
    amount: Decimal
    text: str = ""

    @property
    def label(self) -> str:
        """What it is called, with its remark."""
        label = str(LineKind(self.kind).label)
        return _("%(kind)s（%(text)s）") % {"kind": label, "text": self.text} if self.text else label

    @property
    def is_income(self) -> bool:
        """Whether it comes in rather than must go out."""
        return self.kind in INCOME


@dataclass(frozen=True)
class Means:
    """What a household has left: `per_head` is yuan a head and month after what must be spent; `poverty_line` the local
    minimum living standard (低保线) it is compared with, a month."""

    lines: tuple[Line, ...]
    heads: int
    poverty_line: Decimal
    is_accident: bool
    income: Decimal
    rigid: Decimal
    left: Decimal
    per_head: Decimal
    grade: Grade

    @property
    def steps(self) -> list[tuple[str, str, Decimal]]:
        """The calculation as it is shown: label, how, amount in yuan."""
        how_left = _("%(a)s − %(b)s") % {"a": money.shown(self.income), "b": money.shown(self.rigid)}
        how_head = _("%(left)s ÷ %(heads)s人 ÷ 12个月") % {"left": money.shown(self.left), "heads": self.heads}
        twice = self.poverty_line * RELATIVE_TIMES
        return [
            *((line.label, "+" if line.is_income else "−", line.amount) for line in self.lines),
            (_("全年收入合计"), "", self.income),
            (_("全年刚性支出合计"), "", self.rigid),
            (_("扣减后"), how_left, self.left),
            (_("扣减后每人每月"), how_head, self.per_head),
            (_("当地低保线（每人每月）"), _("低于它为深度困难"), self.poverty_line),
            (_("低保线的两倍"), _("低于它为相对困难"), twice),
        ]


def assess(lines: Sequence[Line], *, heads: int, poverty_line: Decimal, is_accident: bool = False) -> Means:
    """The grade of a household from a year's lines (CARE-02): (income − what must be spent) ÷ heads ÷ 12.

    Below the poverty line 深度困难, below twice the line 相对困难, both exclusive; else 意外致困 when an accident or a
    grave illness is what put them there and help from elsewhere is counted in, or no hardship (CARE-01).
    What must be spent may exceed income: less than nothing a head is the deepest hardship.

    Raises Unclear for a negative amount, a year without any line of income, or nobody in the household.
    """
    if heads < 1:
        raise Unclear(_("家庭人口至少是1人。"))
    for line in lines:
        if line.amount < 0:
            raise Unclear(
                _("“%(line)s”是负数；收入和支出都填正数，没有的填0（CARE-02）。") % {"line": LineKind(line.kind).label}
            )
    if not any(line.is_income for line in lines):
        raise Unclear(_("请至少填一行收入；没有收入的填0（CARE-02）。"))
    income = _sum(lines, INCOME)
    rigid = _sum(lines, RIGID)
    left = income - rigid
    per_head = (left / heads / MONTHS).quantize(money.FEN, ROUND_HALF_UP)
    return Means(
        tuple(lines),
        heads,
        poverty_line,
        is_accident,
        income,
        rigid,
        left,
        per_head,
        _grade(left, heads, poverty_line, is_accident),
    )


def _grade(left: Decimal, heads: int, poverty_line: Decimal, is_accident: bool) -> Grade:
    """Compared by multiplication, so that no rounding to the fen decides."""
    if left < poverty_line * heads * MONTHS:
        return Grade.DEEP
    if left < poverty_line * RELATIVE_TIMES * heads * MONTHS:
        return Grade.RELATIVE
    return Grade.ACCIDENT if is_accident else Grade.NONE


def _sum(lines: Sequence[Line], kinds: Sequence[str]) -> Decimal:
    return sum((line.amount for line in lines if line.kind in kinds), Decimal(0))
