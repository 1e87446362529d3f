"""Wages by which dues are reckoned, and wage sums of the employer, from workbooks in two steps."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.funds.models import Contribution, Dues
from unionhall.funds.rules import dues as rules
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.services import contributions, dues
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Ask, Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Person
from unionhall.rulebook.services import value

KINDS = (Kind.NEW, Kind.CHANGED, Kind.UNCHANGED, Kind.ERROR)  # a month left out is no month less


class DuesImporter(Importer):
    """工号, 姓名, 月份, 工资基数, and 实缴 where the payroll says what it withheld; one row is one member's month."""

    key, label, identity = "funds.dues", gettext_lazy("会费基数表"), "staff_no"
    kinds = KINDS
    fields = (
        Field("staff_no", gettext_lazy("工号"), words=("员工编号", "职工号"), required=True, clean=clean.text(32)),
        Field("name", gettext_lazy("姓名"), required=True, clean=clean.text(60)),
        Field("month", gettext_lazy("月份"), words=("所属月份", "年月"), required=True, clean=clean.month),
        Field(
            "wage", gettext_lazy("工资基数"), words=("会费基数", "应发工资", "工资"), required=True, clean=clean.money
        ),
        Field("paid", gettext_lazy("实缴"), words=("已缴", "代扣会费", "缴纳金额"), clean=clean.money),
    )

    def key_of(self, line: Line) -> Any:
        """A member's month."""
        return line.values.get("staff_no"), line.values.get("month")

    def prepare(self, lines: list[Line]) -> None:
        """Put the person on every row, with three queries for the whole file, and two more for each month of it."""
        numbers = {line.values.get("staff_no") for line in lines} - {None}
        people = {person.staff_no: person for person in Person.objects.filter(staff_no__in=numbers)}
        today = clock.today()
        self.members = set(Person.objects.members(today).values_list("pk", flat=True))
        self.retained = set(Person.objects.retained(today).values_list("pk", flat=True))
        self.terms = {month: dues.terms(month) for month in {line.values.get("month") for line in lines} - {None}}
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

    def notes(self, line: Line) -> Iterable[str]:
        """The month, the base and the dues that follow from it (MEM-09)."""
        values, due = line.values, self._due(line)
        facts = {"month": month_said(values["month"]), "wage": shown(values["wage"]), "due": shown(due)}
        yield _("{month}，工资基数 {wage} 元，应缴 {due} 元").format(**facts)

    def asks(self, lines: Sequence[Line]) -> Iterable[Ask]:
        """What is likely a slip: a base of nothing at all or more than people usually earn, more paid than is due."""
        most, written = value("funds.wage_asked_over"), [line for line in lines if line.kind != Kind.UNCHANGED]
        odd = [line for line in written if not 0 < line.values["wage"] <= most]
        if odd:
            names = [f"{line.label} {shown(line.values['wage'])}" for line in odd]
            yield Ask("odd", _("请核实：工资基数为零或者高于 {most} 元，确认无误").format(most=shown(most)), names)
        if over := [line for line in written if (line.values.get("paid") or 0) > self._due(line)]:
            yield Ask("over", _("请核实：实缴多于应缴（MEM-09），确认无误"), [self._overpaid(line) for line in over])

    def _overpaid(self, line: Line) -> str:
        facts = {"who": line.label, "paid": shown(line.values["paid"]), "due": shown(self._due(line))}
        return _("{who} 实缴 {paid} 元，应缴 {due} 元").format(**facts)

    def _due(self, line: Line) -> Decimal:
        """What the base of a row comes to."""
        rate, step = self.terms[line.values["month"]]
        return rules.dues(line.values["wage"], rate=rate, step=step)

    def say(self, name: str, value: Any) -> str:
        """Money to the fen."""
        return shown(value) if name in ("wage", "paid") else super().say(name, value)

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
    kinds = KINDS
    fields = (
        Field("month", gettext_lazy("月份"), words=("所属月份", "年月"), required=True, clean=clean.month),
        Field(
            "wages", gettext_lazy("工资总额"), words=("全部职工工资总额", "应发合计"), required=True, clean=clean.money
        ),
    )

    def label_of(self, line: Line) -> str:
        """The month."""
        return month_said(line.values["month"]) if line.values.get("month") else ""

    def check(self, line: Line) -> Iterable[str]:
        """A month to come, or no wages at all."""
        if line.values.get("month") and line.values["month"] > clock.today():
            yield _("月份还没有到。")
        if line.values.get("wages") == 0:
            yield _("工资总额应大于零。")

    def notes(self, line: Line) -> Iterable[str]:
        """The sum and the contribution that follows from it (FIN-01)."""
        facts = {"wages": shown(line.values["wages"]), "due": shown(rules.contribution(line.values["wages"]))}
        yield _("工资总额 {wages} 元，应拨 {due} 元").format(**facts)

    def say(self, name: str, value: Any) -> str:
        """Money to the fen."""
        return shown(value) if name == "wages" else super().say(name, value)

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """What is written down of these months."""
        return {row.month: {"wages": row.wages} for row in Contribution.objects.filter(month__in=keys)}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Declare the new and the changed months."""
        for line in [*preview.of(Kind.NEW), *preview.of(Kind.CHANGED)]:
            contributions.declare(by=by, month=line.values["month"], wages=line.values["wages"])
