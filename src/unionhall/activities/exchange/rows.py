"""What a row of any list of an activity says: who, and in which item."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.activities.models import Activity, Item
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Line, clean
from unionhall.people.models import Person

WHO = (
    Field("staff_no", gettext_lazy("工号"), words=("员工编号", "职工号", "人员编号"), clean=clean.text(32)),
    Field("name", gettext_lazy("姓名"), words=("参加者", "选手", "队员"), clean=clean.text(60)),
    Field("department", gettext_lazy("科室"), words=("部门", "所在科室"), clean=clean.text(60)),
)
WHAT = (
    Field("item", gettext_lazy("项目"), words=("参赛项目", "报名项目"), clean=clean.text(40)),
    Field("team", gettext_lazy("队名"), words=("队伍", "代表队"), clean=clean.text(40)),
)


class OfActivity(Importer):
    """Base of lists about one activity: finds each row's person, by staff number or by name and department, and item.

    A list without a column for the item belongs to an activity that has one item alone.
    """

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        self.items = {squeezed(item): item for item in activity.items.all()}
        self.items |= {squeezed(item.name): item for item in activity.items.all() if not item.group}

    def prepare(self, lines: list[Line]) -> None:
        """Put person and item on every row, with two queries for the whole file."""
        by_number = _by_number({line.values.get("staff_no") for line in lines})
        by_name = _by_name({line.values.get("name") for line in lines if not line.values.get("staff_no")})
        for line in lines:
            values, number = line.values, line.values.get("staff_no")
            named = by_name.get((squeezed(values.get("name") or ""), squeezed(values.get("department") or "")), [])
            values["person"] = by_number.get(number) if number else named[0] if len(named) == 1 else None
            values["namesakes"] = 0 if number else len(named)
            values["of_item"] = self._item(values.get("item"))

    def _item(self, name: Any) -> Item | None:
        if name:
            return self.items.get(squeezed(name))
        kinds = set(self.items.values())
        return kinds.pop() if len(kinds) == 1 else None

    def check(self, line: Line) -> Iterable[str]:
        """Who is not on the roster, is not told from a namesake, or names an item the activity does not have."""
        values = line.values
        if values["of_item"] is None:
            yield _("这项活动没有项目“{item}”。").format(item=values.get("item") or "")
        if values["person"] is None:
            yield from self._why_nobody(values)
        elif values.get("name") and squeezed(values["name"]) != squeezed(values["person"].name):
            yield _("工号 {number} 在花名册里是{name}，与姓名不符。").format(
                number=values["staff_no"], name=values["person"].name
            )

    def _why_nobody(self, values: dict[str, Any]) -> Iterator[str]:
        if values.get("staff_no"):
            yield _("花名册里没有工号 {number}。").format(number=values["staff_no"])
        elif values["namesakes"] > 1:
            yield _("这个科室有{count}位同名的人，请填工号。").format(count=values["namesakes"])
        else:
            yield _("没有填工号，按姓名和科室也没有找到这个人。")


def _by_number(numbers: set[Any]) -> dict[str, Person]:
    found = Person.objects.filter(staff_no__in=numbers - {None}).select_related("unit__parent")
    return {person.staff_no: person for person in found}


def _by_name(names: set[Any]) -> dict[tuple[str, str], list[Person]]:
    found: dict[tuple[str, str], list[Person]] = {}
    people = Person.objects.filter(name__in=names - {None}, left_on=None).select_related("department", "unit__parent")
    for person in people:
        where = squeezed(person.department.name) if person.department else ""
        found.setdefault((squeezed(person.name), where), []).append(person)
    return found
