"""What a posting of visits and aid says, and what it keeps back (CARE-20, PIPL arts. 25, 28, 29)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import Occasion
from unionhall.funds.rules.quarters import quarter_of
from unionhall.kernel.money import shown
from unionhall.kernel.text import masked_name

NAMED = (  # what may be called by its name; everything medical, of hardship, of children is one word with aid
    Occasion.WEDDING,
    Occasion.BEREAVEMENT,
    Occasion.RETIREMENT,
    Occasion.BIRTHDAY,
    Occasion.RETIREE,
    Occasion.DUTY,
)
GAP = "　"  # between the parts of a line


@dataclass(frozen=True)
class Given:
    """One thing given to one person; an occasion of None is aid."""

    name: str
    department: str
    occasion: str | None
    amount: Decimal

    @property
    def line(self) -> str:
        """Family name, department, kind of matter, amount: as it is posted, and no more."""
        return GAP.join(
            [
                masked_name(self.name),
                self.department or _("本院"),
                matter(self.occasion),
                _("%(yuan)s元") % {"yuan": shown(self.amount)},
            ]
        )


def matter(occasion: str | None) -> str:
    """The kind of matter as it is posted."""
    known = occasion in NAMED
    return str(Occasion(occasion).label) if known and occasion else _("慰问补助")


def text_of(given: Sequence[Given], gifts: Sequence[tuple[str, int]]) -> str:
    """The whole posting: how much in all, a line for each, and how many fetched each festival's gift.

    Lines are in the order of what they say, so that they tell nothing of when it was.
    """
    total = sum((one.amount for one in given), Decimal(0))
    head = _("慰问和补助%(count)s人次，共%(yuan)s元。") % {"count": len(given), "yuan": shown(total)}
    fetched = [_("“%(title)s”，%(count)s人领取。") % {"title": title, "count": count} for title, count in gifts]
    return "\n".join([head, *sorted(one.line for one in given), *fetched])


def rows_of(text: str) -> list[list[str]]:
    """The lines of a posting in their parts, for a table on paper."""
    return [parts for line in text.split("\n") if len(parts := line.split(GAP)) == 4]


def quarter(year: int, number: int) -> tuple[date, date]:
    """The first and last day of a quarter, 1 to 4."""
    return quarter_of(date(year, 3 * number, 1))


def quarter_problem(last: date, today: date) -> str | None:
    """A quarter is posted when it is over, or why not yet."""
    if today <= last:
        return _("这个季度还没有结束，结束后再公示（CARE-20）。")
    return None
