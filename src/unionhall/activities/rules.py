"""Arithmetic and eligibility of activities over plain values (rules ACT-02 to ACT-06, ORG-38)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from unionhall.activities.kinds import Audience
from unionhall.kernel import clock
from unionhall.people.choices import Sex

YOUTH_UNTIL = 35  # years of age, inclusive: the upper bound of the youth-league's own working definition of 青年
POINTS = (9, 7, 6, 5, 4, 3, 2, 1)  # for places 1 to 8, the usual table of a meet with eight places
SUMMARY_LIMIT = 500  # characters of the closing summary (ACT-05)
_DIGITS = "零一二三四五六七八九"


def ranks(marks: Sequence[Decimal | None], *, lower_wins: bool) -> list[int | None]:
    """Places by mark; equal marks share a place and the next one is left out (1, 1, 3). No mark, no place."""
    counted = [mark for mark in marks if mark is not None]

    def place(mark: Decimal) -> int:
        return 1 + sum(other < mark if lower_wins else other > mark for other in counted)

    return [None if mark is None else place(mark) for mark in marks]


def points(places: Iterable[int | None], table: Sequence[int] = POINTS) -> list[Fraction]:
    """Points towards the team total, in order; those who share a place share the points of the places they fill."""
    places = list(places)

    def share(place: int | None) -> Fraction:
        if place is None:
            return Fraction(0)
        together = places.count(place)
        return Fraction(sum(table[place - 1 : place - 1 + together]), together)

    return [share(place) for place in places]


def most_awarded(people: int, share: Fraction) -> int:
    """How many of `people` who took part may be given an award; the share is inclusive (ACT-03, G-01)."""
    return int(people * share)


def window_problem(now: datetime, opens_at: datetime | None, closes_at: datetime | None) -> str | None:
    """Why one cannot sign up at `now`, or None. Both ends are inclusive; an end not given does not bound."""
    if opens_at and now < opens_at:
        return _("报名从%(at)s开始，请到时再来。") % {"at": _minute(opens_at)}
    if closes_at and now > closes_at:
        return _("报名已于%(at)s截止。") % {"at": _minute(closes_at)}
    return None


def audience_problem(audience: str, *, sex: str, birth_on: date | None, in_branch: bool, on: date) -> str | None:
    """Why a person is not among those an activity is for, or None; age is counted on the day `on`."""
    if audience == Audience.WOMEN and sex != Sex.FEMALE:
        return _("这项活动面向女会员。")
    if audience == Audience.YOUTH and (birth_on is None or age(birth_on, on) > YOUTH_UNTIL):
        return _("这项活动面向%(age)s周岁及以下的青年会员。") % {"age": YOUTH_UNTIL}
    if audience == Audience.BRANCH and not in_branch:
        return _("这项活动面向举办分会的会员。")
    return None


def age(birth_on: date, on: date) -> int:
    """Full years of age on a day."""
    return on.year - birth_on.year - ((on.month, on.day) < (birth_on.month, birth_on.day))


def team_problem(size: int, least: int, most: int) -> str | None:
    """Why a team of `size` cannot enter an item for teams of `least` to `most`, or None; both inclusive."""
    if size < least:
        return _("每队至少%(least)s人，现有%(size)s人。") % {"least": least, "size": size}
    if size > most:
        return _("每队至多%(most)s人，现有%(size)s人。") % {"most": most, "size": size}
    return None


def edition(number: int | None) -> str:
    """`第五届`; empty where there is no edition. Good for 1 to 99."""
    if not number:
        return ""
    tens, ones = divmod(number, 10)
    words = {0: "", 1: "十"}.get(tens, _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")
    return f"第{words}届"


def _minute(instant: datetime) -> str:
    local = instant.astimezone(clock.SHANGHAI)
    return _("%(month)s月%(day)s日 %(time)s") % {"month": local.month, "day": local.day, "time": f"{local:%H:%M}"}
