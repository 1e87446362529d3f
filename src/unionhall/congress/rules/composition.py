"""Who the delegates must be, with the arithmetic said out loud (CON-10, CON-11, CON-12, CON-19)."""

from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Check:
    """One share held against its bound: `part` of `whole` may be at most, or must be at least, `bound` (inclusive).

    `binding` says whether a session may be called while it fails; `label` who is counted, `whole_label` among whom.
    """

    rule_id: str
    label: str
    whole_label: str
    part: int
    whole: int
    bound: Fraction
    at_most: bool
    binding: bool
    clause: str

    @property
    def limit(self) -> int:
        """The most that may, or the least that must, be of the kind: whole people."""
        share = self.whole * self.bound.numerator
        return share // self.bound.denominator if self.at_most else -(-share // self.bound.denominator)

    @property
    def holds(self) -> bool:
        """Whether the bound is kept; nobody at all breaks no bound."""
        return self.part <= self.limit if self.at_most else self.part >= self.limit

    @property
    def text(self) -> str:
        """The arithmetic in one sentence, with what would mend it."""
        known = {
            "label": self.label, "whole_label": self.whole_label, "part": self.part, "whole": self.whole,
            "share": percent(self.part, self.whole), "bound": percent(self.bound.numerator, self.bound.denominator),
            "limit": self.limit, "clause": self.clause, "gap": abs(self.part - self.limit),
        }  # fmt: skip
        if self.at_most:
            said = (
                _("%(label)s%(part)s人，占%(whole_label)s%(whole)s人的%(share)s，不得超过%(bound)s（%(limit)s人）。")
                % known
            )
            wanted = _("还须减少%(gap)s人（%(clause)s）。") if self.binding else _("建议减少%(gap)s人（%(clause)s）。")
            return said if self.holds else said + wanted % known
        said = (
            _("%(label)s%(part)s人，占%(whole_label)s%(whole)s人的%(share)s，应不少于%(bound)s（%(limit)s人）。")
            % known
        )
        wanted = _("还须增加%(gap)s人（%(clause)s）。") if self.binding else _("建议增加%(gap)s人（%(clause)s）。")
        return said if self.holds else said + wanted % known


def percent(part: int, whole: int) -> str:
    """`20%`, `33.3%`: to one place, half up; never 100% short of the whole."""
    if not whole:
        return "0%"
    tenths = (part * 2000 + whole) // (2 * whole)
    if tenths >= 1000 > part * 1000 // whole:
        tenths = 999
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"


def presidium_size(delegates: int) -> tuple[int, int | None] | None:
    """The least and most members of the presidium (None: no upper bound), inclusive; None below thirty delegates (CON-19)."""
    if delegates < 30:
        return None
    return (3, 5) if delegates <= 100 else (7, None)


def presidium_problem(delegates: int, seats: int) -> str | None:
    """Why a presidium of `seats` is too small or too large, or None (CON-19, Shanghai regulations art. 23)."""
    size = presidium_size(delegates)
    if size is None or (seats >= size[0] and (size[1] is None or seats <= size[1])):
        return None
    wanted = (
        _("%(least)s至%(most)s人") % {"least": size[0], "most": size[1]}
        if size[1]
        else _("不少于%(least)s人") % {"least": size[0]}
    )
    return _("代表%(delegates)s人，主席团应为%(wanted)s，现为%(seats)s人（职代会条例第二十三条，CON-19）。") % {
        "delegates": delegates, "wanted": wanted, "seats": seats,
    }  # fmt: skip
