"""The delegate roll of a term: 团, 姓名, 科室, 类别, 是否一线, 是否中层."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.congress import services
from unionhall.congress.models import Delegate, Delegation, Term
from unionhall.congress.services.delegates import Seat, why_no_delegate
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.imports import Ask, Field, Importer, Kind, Line, Preview, clean
from unionhall.people.models import Person


class DelegateImporter(Importer):
    """One row is one delegate, known by staff number; another delegation than recorded is a change.

    Who holds a seat and stands in no row is left alone: seats end by recall or release, with their reasons.
    """

    key, label, identity = "congress.delegates", gettext_lazy("代表名册"), "staff_no"
    fields = (
        Field("staff_no", gettext_lazy("工号"), words=("员工编号", "职工号"), required=True, clean=clean.text(32)),
        Field("name", gettext_lazy("姓名"), words=("代表姓名", "代表"), required=True, clean=clean.text(60)),
        Field(
            "delegation",
            gettext_lazy("代表团"),
            words=("团", "代表团（组）", "组别"),
            required=True,
            clean=clean.text(60),
        ),
        Field("constituency", gettext_lazy("选区"), words=("选举单位",), clean=clean.text(60)),
        Field("is_front_line", gettext_lazy("一线"), words=("是否一线",), clean=clean.yes_no),
        Field("is_manager", gettext_lazy("中层以上"), words=("是否中层", "中层"), clean=clean.yes_no),
    )

    def __init__(self, term: Term) -> None:
        self.term = term
        self.delegations = {squeezed(one.name): one for one in term.delegations.all()}
        self.constituencies = {squeezed(one.name): one for one in term.constituencies.all()}
        self.begins = max(term.began_on, min(clock.today(), term.ends_on))

    def prepare(self, lines: list[Line]) -> None:
        """Put the person on every row, with one query for the whole file."""
        numbers = {line.values.get("staff_no") for line in lines} - {None}
        people = {person.staff_no: person for person in Person.objects.filter(staff_no__in=numbers)}
        for line in lines:
            line.values["person"] = people.get(line.values.get("staff_no"))

    def check(self, line: Line) -> Iterable[str]:
        """Who is not on the roster, bears another name there, may not be a delegate, or names an unknown constituency."""
        values = line.values
        person, constituency = values["person"], values.get("constituency")
        if values.get("staff_no") and person is None:
            yield _("花名册里没有工号 {number}。").format(number=values["staff_no"])
        elif person and values.get("name") and squeezed(values["name"]) != squeezed(person.name):
            yield _("工号 {number} 在花名册里是{name}，与姓名不符。").format(number=person.staff_no, name=person.name)
        elif person and (problem := why_no_delegate(self.term, person, self.begins)):
            yield problem
        if constituency and squeezed(constituency) not in self.constituencies:
            yield _("本届没有选区“{name}”，请先设选区。").format(name=constituency)

    def existing(self, keys: Collection[Any]) -> Mapping[Any, Mapping[str, Any]]:
        """The delegations of those who hold a seat."""
        seats = self.term.delegates.serving().select_related("person", "delegation")
        return {
            seat.person.staff_no: {"delegation": seat.delegation.name if seat.delegation else None} for seat in seats
        }

    def asks(self, lines: Sequence[Line]) -> Iterable[Ask]:
        """Delegations the roll names and the term has not."""
        named = dict.fromkeys(line.values["delegation"] for line in lines)
        unknown = [name for name in named if squeezed(name) not in self.delegations]
        if unknown:
            yield Ask("delegations", _("新建这些代表团"), unknown)

    def apply(self, preview: Preview, *, by: User, confirmed: Collection[str]) -> None:
        """Enter the new rows together, and move those whose delegation changed."""
        new = preview.of(Kind.NEW)
        if new:
            services.enrol(self.term, by=by, seats=[self._seat(line, by) for line in new], began_on=self.begins)
        for line in preview.of(Kind.CHANGED):
            seat = Delegate.objects.serving().get(term=self.term, person=line.values["person"])
            services.place(seat, by=by, delegation=self._delegation(line, by))

    def _seat(self, line: Line, by: User) -> Seat:
        values = line.values
        return Seat(
            values["person"],
            self._delegation(line, by),
            self.constituencies.get(squeezed(values.get("constituency") or "")),
            is_front_line=values.get("is_front_line"),
            is_manager=bool(values.get("is_manager")),
        )

    def _delegation(self, line: Line, by: User) -> Delegation:
        name = line.values["delegation"]
        if squeezed(name) not in self.delegations:
            self.delegations[squeezed(name)] = services.add_delegation(self.term, by=by, name=name)
        return self.delegations[squeezed(name)]
