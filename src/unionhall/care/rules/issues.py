"""What a benefit issue must keep to (总工办发〔2017〕32号, CARE-14)."""

from datetime import date

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import STATUTORY, Audience, Source
from unionhall.care.rules.kind import CLAUSE

MOST_AHEAD = 366  # days from today to the day of a list


def festival_problem(festival: str) -> str | None:
    """Gifts to all are for the seven statutory festivals and those a provincial government approved, or None."""
    if festival in STATUTORY:
        return None
    return _("节日慰问限于元旦、春节、清明、劳动、端午、中秋、国庆七个法定节日和省级政府批准的节日（%(clause)s）。") % {
        "clause": CLAUSE
    }


def source_problem(audience: str, source: str) -> str | None:
    """Retirees are paid from another source, members from the union's funds or what was given for them (CARE-14)."""
    if audience == Audience.RETIREES and source == Source.UNION:
        return _("离退休人员的慰问从离退休公用经费列支，不用工会经费（CARE-14）。请改选资金来源。")
    if audience == Audience.MEMBERS and source == Source.RETIREES:
        return _("在会会员的节日慰问不从离退休经费列支（CARE-14）。")
    return None


def roll_problem(roll_on: date, today: date) -> str | None:
    """A list is made for the year one plans, or why not."""
    if (roll_on - today).days > MOST_AHEAD:
        return _("名单日期在一年以后，请核对。名单只能按到了的日子生成。")
    return None


def window_problem(first: date | None, last: date | None) -> str | None:
    """The days for fetching hold together, or why not."""
    if first and last and last < first:
        return _("领取截止早于领取开始。")
    return None
