"""Wages by which dues are reckoned, and wage sums of the employer, from workbooks in two steps."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.funds.models import Contribution, Dues
from unionhall.funds.services import dues
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Person


def month(value: Any) -> Any:
    """The first day of a month written as `2023-04`, `2023年4月` or any of its days."""
    return clean.day(value).replace(day=1)


class DuesImporter(Importer):
    """工号, 姓名, 月份, 工资基数, and 实缴 where the payroll says what it withheld; one row is one member's month."""

    key, label, identity = "funds.dues", gettext_lazy("会费基数表"), "staff_no"
    fields = (
        Field("staff_no", gettext_lazy("工号"), words=("员工编号", "职工号"), required=True, clean=clean.text(32)),
        Field("name", gettext_lazy("姓名"), required=True, clean=clean.text(60)),
        Field("month", gettext_lazy("月份"), words=("所属月份", "年月"), required=True, clean=month),
        Field(
            "wage", gettext_lazy("工资基数"), words=("会费基数", "应发工资", "工资"), required=True, clean=clean.money
        ),
        Field("paid", gettext_lazy("实缴"), words=("已缴", "代扣会费", "缴纳金额"), clean=clean.money),
    )

    def key_of(self, line: Line) -> Any:
        """A member's month."""
        return line.values.get("staff_no"), line.values.get("month")

    def prepare(self, lines: list[Line]) -> None:
        """Put the person on every row, with three queries for the whole file."""
        numbers = {line.values.get("staff_no") for line in lines} - {None}
        people = {person.staff_no: person for person in Person.objects.filter(staff_no__in=numbers)}
        today = clock.today()
        self.members = set(Person.objects.members(today).values_list("pk", flat=True))
        self.retained = set(Person.objects.retained(today).values_list("pk", flat=True))
        for line in lines:
            line.values["person"] = people.get(line.values.get("staff_no"))

    def check(self, line: Line) -> Iterable[str]:
        """Who is not on the roster, bears another name there, or owes no dues; a month to come."""
        values, person = line.values, line.values["person"]
        if values.get("staff_no") and person is None:
            yield _("花名册里没有工号 {number}。").format(number=values["staff_no"])
        elif person and values.get("name") and squeezed(values["name"]) != squeezed(person.name):
            yield _("工号 {number} 在花名册里是{name}，与姓名不符。").format(number=person.staff_no, name=person.name)
        elif person and person.pk in self.retained:
            yield _("{name}是保留会籍的会员，不缴会费（MEM-05）。").format(name=person.name)
        elif person and person.pk not in self.members:
            yield _("{name}不是在会会员，不缴会费。").format(name=person.name)
        if values.get("month") and values["month"] > clock.today():
            yield _("月份还没有到。")

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """What is written down of these members and months."""
        months = {month for _number, month in keys}
        rows = Dues.objects.filter(month__in=months).select_related("person")
        return {
            (row.person.staff_no, row.month): {"name": row.person.name, "wage": row.wage, "paid": row.paid}
            for row in rows
        }

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Reckon the new and the changed rows."""
        lines = [*preview.of(Kind.NEW), *preview.of(Kind.CHANGED)]
        dues.reckon((self._wage(line.values) for line in lines), by=by)

    def _wage(self, values: Mapping[str, Any]) -> dues.Wage:
        return dues.Wage(values["person"], values["month"], values["wage"], values.get("paid"))


class WagesImporter(Importer):
    """月份 and 工资总额; one row is one month of the employer."""

    key, label, identity = "funds.contributions", gettext_lazy("工资总额表"), "month"
    fields = (
        Field("month", gettext_lazy("月份"), words=("所属月份", "年月"), required=True, clean=month),
        Field(
            "wages", gettext_lazy("工资总额"), words=("全部职工工资总额", "应发合计"), required=True, clean=clean.money
        ),
    )

    def check(self, line: Line) -> Iterable[str]:
        """A month to come."""
        if line.values.get("month") and line.values["month"] > clock.today():
            yield _("月份还没有到。")

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """What is written down of these months."""
        return {row.month: {"wages": row.wages} for row in Contribution.objects.filter(month__in=keys)}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Declare the new and the changed months."""
        for line in [*preview.of(Kind.NEW), *preview.of(Kind.CHANGED)]:
            dues.declare(by=by, month=line.values["month"], wages=line.values["wages"])
