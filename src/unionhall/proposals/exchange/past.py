"""The proposals of a past session, as its summary table has them."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Department
from unionhall.proposals import services
from unionhall.proposals.kinds import Category, Outcome, ReplyClass
from unionhall.proposals.models import Call
from unionhall.proposals.rules.past import Ending, problems

CATEGORIES = {str(one.label): one.value for one in Category} | {one.value: one.value for one in Category}
OUTCOMES = {
    "立案": Outcome.FILE,
    "并案": Outcome.MERGE,
    "转为意见建议": Outcome.SUGGESTION,
    "转意见建议": Outcome.SUGGESTION,
    "意见建议": Outcome.SUGGESTION,
    "作意见答复": Outcome.ANSWER,
    "不予立案": Outcome.DECLINE,
    "不立案": Outcome.DECLINE,
}
CLASSES = {one.value: one.value for one in ReplyClass} | {f"{one.value}类": one.value for one in ReplyClass}
LONGEST = 5000
DAYS = ("assigned_on", "due_on", "answered_on", "promised_on", "fulfilled_on")


def lines(value: Any) -> str:
    """Text of several lines, each as it was meant: a line is a point (条)."""
    text = "\n".join(filter(None, map(clean.plain, str(value).splitlines())))
    if len(text) > LONGEST:
        raise clean.Bad(_("超过 {longest} 个字").format(longest=LONGEST))
    return text


class PastImporter(Importer):
    """One row is one sheet, known by its number; what stands here already under that number is left alone."""

    key, label, identity = "proposals.past", gettext_lazy("往届提案"), "number"
    fields = (
        Field("number", gettext_lazy("编号"), words=("提案编号", "案号"), required=True, clean=clean.text(24)),
        Field(
            "title", gettext_lazy("案由"), words=("提案题目", "题目", "提案名称"), required=True, clean=clean.text(100)
        ),
        Field("category", gettext_lazy("类别"), words=("提案类别",), required=True, clean=clean.choice(CATEGORIES)),
        Field(
            "staff_no",
            gettext_lazy("提案人工号"),
            words=("工号", "提案人员工编号"),
            required=True,
            clean=clean.text(32),
        ),
        Field("name", gettext_lazy("提案人"), words=("姓名", "提案人姓名"), clean=clean.text(60)),
        Field("submitted_on", gettext_lazy("提交日期"), words=("收到日期",), clean=clean.day),
        Field("grounds", gettext_lazy("理由"), words=("提案理由",), clean=lines),
        Field("remedy", gettext_lazy("具体建议"), words=("建议", "建议内容"), clean=lines),
        Field(
            "outcome",
            gettext_lazy("审查结论"),
            words=("结论", "审查结果"),
            required=True,
            clean=clean.choice(OUTCOMES),
        ),
        Field("lead", gettext_lazy("主案编号"), words=("并入",), clean=clean.text(24)),
        Field("department", gettext_lazy("主办部门"), words=("承办部门", "责任部门"), clean=clean.text(60)),
        Field("assigned_on", gettext_lazy("交办日期"), clean=clean.day),
        Field("due_on", gettext_lazy("答复期限"), words=("期限",), clean=clean.day),
        Field("reply_class", gettext_lazy("答复类别"), words=("办理类别",), clean=clean.choice(CLASSES)),
        Field("answered_on", gettext_lazy("答复日期"), clean=clean.day),
        Field("promised_on", gettext_lazy("承诺落实日期"), clean=clean.day),
        Field("fulfilled_on", gettext_lazy("落实日期"), clean=clean.day),
        Field("text", gettext_lazy("答复意见"), words=("办理情况", "答复"), clean=lines),
    )

    def __init__(self, call: Call) -> None:
        self.call = call
        seats = call.session.term.delegates.select_related("person")
        self.movers = {seat.person.staff_no: seat for seat in seats}
        self.departments = {squeezed(one.name): one for one in Department.objects.all()}
        self.cases = set(call.proposals.cases().values_list("number", flat=True))

    def prepare(self, lines: list[Line]) -> None:
        """Know the cases the file itself brings, since its merged sheets may name them."""
        filed = {line.values.get("number") for line in lines if line.values.get("outcome") == Outcome.FILE}
        self.cases |= filed - {None}

    def check(self, line: Line) -> Iterable[str]:
        """A mover without a seat, a department or case nobody knows, and what an ending leaves open."""
        values = line.values
        seat = self.movers.get(values.get("staff_no"))
        if values.get("staff_no") and seat is None:
            yield _("工号 {number} 不是{term}的代表。").format(number=values["staff_no"], term=self.call.session.term)
        elif seat and values.get("name") and squeezed(values["name"]) != squeezed(seat.person.name):
            yield _("工号 {number} 在花名册里是{name}，与姓名不符。").format(
                number=seat.person.staff_no, name=seat.person.name
            )
        if values.get("department") and self._department(line) is None:
            yield _("没有“{name}”这个部门。").format(name=values["department"])
        if values.get("lead") and values["lead"] not in self.cases:
            yield _("没有主案 {number}。").format(number=values["lead"])
        if values.get("outcome"):
            yield from problems(self._ending(line))

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """The numbers known here."""
        return {number: {} for number in self.call.proposals.exclude(number="").values_list("number", flat=True)}

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Enter the new rows together."""
        sheets = [self._sheet(line) for line in preview.of(Kind.NEW)]
        if sheets:
            services.enter_past(self.call, by=by, sheets=sheets)

    def _department(self, line: Line) -> Department | None:
        return self.departments.get(squeezed(line.values.get("department") or ""))

    def _ending(self, line: Line) -> Ending:
        values = line.values
        return Ending(
            outcome=values["outcome"],
            lead=values.get("lead") or "",
            has_department=bool(values.get("department")),
            reply_class=values.get("reply_class") or "",
            **{name: values.get(name) for name in DAYS},
        )

    def _sheet(self, line: Line) -> services.PastSheet:
        values = line.values
        return services.PastSheet(
            number=values["number"],
            title=values["title"],
            category=values["category"],
            mover=self.movers[values["staff_no"]],
            submitted_on=values.get("submitted_on") or self.call.closes_on,
            ending=self._ending(line),
            department=self._department(line),
            **{name: values.get(name) or "" for name in ("grounds", "remedy", "text")},
        )
