"""How well proposals were dealt with: each indicator with part, base and unit, so that none is reckoned on another's (PRO-09)."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext_lazy as _


class Unit(StrEnum):
    """What is counted: sheets handed in (份), cases after merging (件), points asked for (条); people's ratings (人次)."""

    SHEET = "份"
    CASE = "件"
    POINT = "条"
    RATING = "人次"


@dataclass(frozen=True)
class Indicator:
    """`part` of `base`, both of one `unit`; named as the selectors that give their rows."""

    key: str
    label: Any
    part: str
    base: str
    unit: Unit

    def share(self, part: int, base: int) -> Fraction | None:
        """The rate; None over an empty base, which is no rate at all."""
        return Fraction(part, base) if base else None


INDICATORS = (
    Indicator("docket_rate", _("立案率"), "filed_sheets", "sheets", Unit.SHEET),
    Indicator("reply_rate", _("办复率"), "replied", "cases", Unit.CASE),
    Indicator("on_time_rate", _("按期办复率"), "replied_on_time", "replied", Unit.CASE),
    Indicator("implementation_rate", _("落实率"), "implemented", "cases", Unit.CASE),
    Indicator("satisfaction", _("满意率"), "content", "ratings", Unit.RATING),
)
