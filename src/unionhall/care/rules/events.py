"""When somebody's day is, and which day membership is judged by."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from unionhall.care.kinds.words import LAST_DAY_BEFORE, Level, Occasion, Relation
from unionhall.pages.values import day

NEAR = timedelta(days=7)  # two reports of one thing seldom lie further apart
OLDEST = timedelta(days=365)  # what members tell themselves of; older things the office writes down
SAME = timedelta(days=90)  # a visit of the same kind within this time after something told is about it


def birthday_in(year: int, birth_on: date) -> date:
    """The birthday in a year; who was born on 29 February has it on the 28th in common years."""
    try:
        return birth_on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def judged_on(occasion: str, happened_on: date) -> date:
    """The day by which membership is judged: what ends it, retirement and death, by the day before."""
    return happened_on - timedelta(days=1) if occasion in LAST_DAY_BEFORE else happened_on


def event_problem(occasion: str, happened_on: date, *, today: date, left_on: date | None) -> str | None:
    """Why such an event cannot be taken down, or None. `left_on` is the first day somebody no longer belonged here."""
    if happened_on > today:
        return _("发生日期在今天以后，请核对。")
    if happened_on.year < 1900:
        return _("发生日期早于1900年，请核对。")
    if left_on and judged_on(occasion, happened_on) >= left_on:
        return _("这位职工已于%(day)s离院，之后发生的事不再登记走访（CARE-14：慰问对象须是在会会员）。") % {
            "day": day(left_on)
        }
    return None


def telling_problem(
    occasion: str, relation: str, happened_on: date, *, today: date, by_self: bool, by_office: bool
) -> str | None:
    """Why nobody can tell this of somebody, or None: what the kind, the relation, the day and the teller say together."""
    if occasion == Occasion.DEATH and relation != Relation.SELF:
        return _("“会员去世”说的是会员本人；亲属去世的，请选“直系亲属去世”，并选关系人。")
    if occasion == Occasion.DEATH and by_self:
        return _("本人不能登记自己去世。亲属去世的，请选“直系亲属去世”；替同事告诉的，请填“哪位职工”。")
    if today - happened_on > OLDEST and not by_office:
        return _("发生日期%(day)s已过去一年以上，请核对年份。确需补记的，请工会办公室登记。") % {
            "day": day(happened_on)
        }
    return None


def default_level(occasion: str, is_serious: bool, level: str) -> str:
    """Whose visit it is: the hospital's union goes to the seriously ill and to hardship, else as the set says."""
    return Level.UNION if is_serious or occasion in (Occasion.ILLNESS, Occasion.HARDSHIP, Occasion.DEATH) else level
