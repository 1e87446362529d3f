"""How many delegates a staff congress has at least (CON-08, CON-26)."""

from collections.abc import Callable

from django.db import models
from django.utils.translation import gettext_lazy as _

FIRST_HUNDRED = 100
# Up to so many members, from so many to so many delegates of a members' congress (ORG-12; not checked against the text).
USUAL = ((200, 30, 40), (1000, 40, 60), (5000, 60, 90), (10_000, 90, 130), (50_000, 130, 180))
THOUSAND = 1000


class Formula(models.TextChoices):
    """Whose formula a union follows: the rulebook's `congress.quota_formula`."""

    NATIONAL = "national", _("国家口径（职工人数的 5%，不少于 30 人）")
    SHANGHAI = "shanghai", _("上海（百人 30 名，每增百人增 5 名，三千人以上不少于 175 名）")
    ZHEJIANG = "zhejiang", _("浙江（千人 100 名，每增千人增 20 名，五千人以上不少于 200 名）")


def national(staff: int) -> int:
    """A twentieth of the staff, rounded up, at least 30; what goes beyond 100 may be negotiated (CON-26)."""
    return max(30, -(-staff // 20))


def shanghai(staff: int) -> int:
    """30 for the first hundred and 5 for each full hundred more, 175 from three thousand on (Shanghai regulations art. 21)."""
    return min(175, 30 + 5 * (max(staff - FIRST_HUNDRED, 0) // 100))


def zhejiang(staff: int) -> int | None:
    """100 for the first thousand and 20 for each full thousand more, 200 from five thousand on; None below a thousand."""
    if staff < THOUSAND:
        return None
    return 200 if staff >= 5 * THOUSAND else 100 + 20 * ((staff - THOUSAND) // THOUSAND)


FORMULAS: dict[str, Callable[[int], int | None]] = {
    Formula.NATIONAL: national,
    Formula.SHANGHAI: shanghai,
    Formula.ZHEJIANG: zhejiang,
}


def least(formula: str, staff: int) -> int | None:
    """The least number of delegates for a staff of that size, or None where the formula is silent."""
    return FORMULAS[formula](staff)


def usual(members: int) -> tuple[int, int] | None:
    """From how many to how many delegates a members' congress usually has, inclusive; None below a hundred members."""
    if members < FIRST_HUNDRED:
        return None
    return next(((least, most) for upper, least, most in USUAL if members <= upper), None)
