"""Life events as the personnel department lists them: hospital stays, births, weddings and whatever else it knows."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.care.kinds.words import TOLD, Occasion, Relation
from unionhall.care.models import LifeEvent
from unionhall.care.services import events
from unionhall.care.services.events import Told
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Person

KINDS = {str(one.label): one.value for one in TOLD} | {
    "手术": Occasion.OPERATION.value,
    "大病": Occasion.ILLNESS.value,
    "生孩子": Occasion.BIRTH.value,
    "分娩": Occasion.BIRTH.value,
    "婚假": Occasion.WEDDING.value,
    "去世": Occasion.DEATH.value,
    "丧假": Occasion.BEREAVEMENT.value,
}
RELATIONS = {str(one.label): one.value for one in Relation}


class EventImporter(Importer):
    """One row is one event, known by staff number, kind, relation and day: the same file again changes nothing."""

    key, label, identity = "care.events", gettext_lazy("职工事件名单"), "staff_no"
    fields = (
        Field("staff_no", gettext_lazy("工号"), words=("员工编号", "职工号"), required=True, clean=clean.text(32)),
        Field("name", gettext_lazy("姓名"), words=("职工姓名",), required=True, clean=clean.text(60)),
        Field("kind", gettext_lazy("事由"), words=("类别", "事项", "假别"), required=True, clean=clean.choice(KINDS)),
        Field(
            "happened_on",
            gettext_lazy("发生日期"),
            words=("日期", "入院日期", "开始日期"),
            required=True,
            clean=clean.day,
        ),
        Field("relation", gettext_lazy("关系人"), words=("关系",), clean=clean.choice(RELATIONS)),
        Field("words", gettext_lazy("情况说明"), words=("说明", "备注", "诊断"), clean=clean.text(1000)),
        Field("place", gettext_lazy("地点"), words=("病区", "医院"), clean=clean.text(60)),
        Field("is_serious", gettext_lazy("重大疾病或特别困难"), words=("是否重大",), clean=clean.yes_no),
    )

    def prepare(self, lines: list[Line]) -> None:
        """Put the person on every row, with one query for the whole file."""
        numbers = {line.values.get("staff_no") for line in lines} - {None}
        people = {
            person.staff_no: person
            for person in Person.objects.filter(staff_no__in=numbers).select_related("unit__parent")
        }
        for line in lines:
            line.values["person"] = people.get(line.values.get("staff_no"))
            line.values["relation"] = line.values.get("relation") or Relation.SELF.value

    def key_of(self, line: Line) -> Any:
        """One event: whose, what, to whom it happened, when."""
        values = line.values
        return tuple(values.get(name) for name in ("staff_no", "kind", "relation", "happened_on"))

    def check(self, line: Line) -> Iterable[str]:
        """Who is not on the roster, bears another name there, or to whom it cannot have happened."""
        values = line.values
        person = values["person"]
        if values.get("staff_no") and person is None:
            yield _("花名册里没有工号 {number}。").format(number=values["staff_no"])
        elif person and values.get("name") and squeezed(values["name"]) != squeezed(person.name):
            yield _("工号 {number} 在花名册里是{name}，与姓名不符。").format(number=person.staff_no, name=person.name)
        elif person and values.get("kind") and values.get("happened_on"):
            told = self._told(line)
            reason = events.problem(told)
            if reason:
                yield reason

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """The events already taken down; nothing of them is changed by a list."""
        known = LifeEvent.objects.standing().filter(person__staff_no__in={key[0] for key in keys})
        rows: Iterable[tuple[str, str, str, date]] = known.values_list(
            "person__staff_no", "kind", "relation", "happened_on"
        )
        return {row: {} for row in rows}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Take down the new ones together."""
        events.take_in([self._told(line) for line in preview.of(Kind.NEW)], by=by)

    def _told(self, line: Line) -> Told:
        values = line.values
        return Told(
            values["person"],
            values["kind"],
            values["happened_on"],
            values["relation"],
            values.get("words") or "",
            values.get("place") or "",
            bool(values.get("is_serious")),
        )
