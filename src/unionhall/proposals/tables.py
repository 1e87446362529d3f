"""Columns: the same on the page, in the workbook and behind a figure."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.pages.tables import Column, Table
from unionhall.proposals.flow import State
from unionhall.proposals.kinds import Outcome


@dataclass(frozen=True)
class Told:
    """A state in other words than its own: the tone follows the value."""

    value: str
    label: Any

    def __str__(self) -> str:
        return str(self.label)


def told(proposal: Any) -> Told:
    """The state as every member reads it: of what is over and was no case also what became of it (PRO-08)."""
    state = State(proposal.state)
    if proposal.outcome in ("", Outcome.FILE) or state not in (State.CLOSED, State.ARCHIVED):
        return Told(state.value, state.label)
    outcome = proposal.get_outcome_display()
    return Told(state.value, format_lazy(_("{outcome}，{state}"), outcome=outcome, state=state.label))


_WHAT = (Column("number", link=True), Column("title", link=True), Column("category"))

# What stands behind a figure: no more than its rows carry.
CountedTable = Table(
    *_WHAT,
    Column("call.session", _("会议"), sort="call__session__held_on"),
    Column("state"),
    Column("outcome"),
    Column("department.name", _("主办部门")),
    Column("point_count", unit=pgettext_lazy("proposals", "条")),
    Column("answered_on"),
    Column("reply_class"),
)
# What everybody may know of a proposal: what it asks about, who has it, how far it is.
PublicTable = Table(
    *_WHAT,
    Column("call.session", _("会议"), sort="call__session__held_on", phone=False),
    Column("state", value=told, sort="state"),
    Column("department.name", _("主办部门")),
    Column("due_on", phone=False),
    Column("answered_on", phone=False),
    Column("reply_class"),
)
ProposalTable = Table(
    *_WHAT,
    Column("mover.person.name", _("提案人")),
    Column("state"),
    Column("outcome", hidden=True),
    Column("department.name", _("主办部门")),
    Column("due_on"),
    Column("sheet_count", _("份数"), unit=pgettext_lazy("proposals", "份"), phone=False),
    Column("point_count", unit=pgettext_lazy("proposals", "条"), hidden=True),
    Column("reply_class", phone=False),
    Column("call.session", _("会议"), sort="call__session__held_on", hidden=True),
    Column("mover.delegation.name", _("代表团"), hidden=True),
    Column("mover.person.department.name", _("提案人科室"), hidden=True),
    Column("suggested_department.name", _("建议承办部门"), hidden=True),
    Column("merged_into.number", _("主案"), hidden=True),
    Column("suggestion_number", hidden=True),
    Column("submitted_on", hidden=True),
    Column("answered_on", hidden=True),
    Column("was_on_time", hidden=True),
    Column("promised_on", hidden=True),
    Column("fulfilled_on", hidden=True),
    Column("leader.name", _("分管院领导"), hidden=True),
    Column("is_excellent", hidden=True),
    Column("archive_number", hidden=True),
)
MineTable = Table(
    Column("title", link=True),
    Column("number"),
    Column("state"),
    Column("department.name", _("主办部门")),
    Column("due_on"),
)
ShareTable = Table(
    Column("proposal.number", _("编号"), link=True),
    Column("proposal.title", _("案由"), link=True),
    Column("department.name", _("部门"), phone=False),
    Column("part"),
    Column("state"),
    Column("due_on"),
    Column("proposal.state", _("提案状态"), phone=False),
    Column("given_on", hidden=True),
    Column("return_until", hidden=True),
)
SignOffTable = Table(
    Column("proposal.number", _("编号"), link=True),
    Column("proposal.title", _("案由"), link=True),
    Column("proposal.department.name", _("主办部门")),
    Column("reply_class"),
    Column("state"),
    Column("proposal.due_on", _("答复期限")),
)
CallTable = Table(
    Column("session", _("会议"), value=str, link=True, sort="session__held_on"),
    Column("opens_on"),
    Column("closes_on"),
    Column("sheet_count", _("收到"), unit=pgettext_lazy("proposals", "份")),
    Column("case_count", _("立案"), unit=pgettext_lazy("proposals", "件")),
    Column("answered_count", _("已答复"), unit=pgettext_lazy("proposals", "件")),
)
SecondTable = Table(
    Column("delegate.person.name", _("附议人")),
    Column("delegate.person.department.name", _("科室")),
    Column("state"),
    Column("version"),
    Column("answered_at"),
)
AskedTable = Table(
    Column("proposal.title", _("案由"), link=True),
    Column("proposal.mover.person.name", _("提案人")),
    Column("state"),
    Column("answered_at"),
)
MergedTable = Table(Column("number", link=True), Column("title", link=True), Column("mover.person.name", _("提案人")))
HandlingTable = Table(
    Column("department.name", _("部门")),
    Column("part"),
    Column("given_on"),
    Column("due_on"),
    Column("state"),
    Column("opinion"),
    Column("return_reason"),
)
ReviewTable = Table(Column("outcome"), Column("reason"), Column("reviewed_on"))
ProgressTable = Table(Column("noted_at"), Column("text"), Column("met_on"))
RatingTable = Table(
    Column("delegate.person.name", _("提案人")),
    Column("attitude"),
    Column("result"),
    Column("words"),
    Column("rated_on"),
)
ChaseTable = Table(Column("chased_on"), Column("text"))
CarryTable = Table(Column("session", _("结转至"), sort=False), Column("note"), Column("carried_on"))
CarriedTable = Table(
    Column("proposal.number", _("编号")),
    Column("proposal.title", _("案由")),
    Column("session", _("结转至"), sort=False),
    Column("carried_on"),
)
ChasedTable = Table(
    Column("proposal.number", _("编号")), Column("proposal.title", _("案由")), Column("chased_on"), Column("text")
)
RatedTable = Table(
    Column("proposal.number", _("编号")),
    Column("proposal.title", _("案由")),
    Column("attitude"),
    Column("result"),
    Column("rated_on"),
)
DecisionTable = Table(Column("decider"), Column("decided_on"), Column("document"), Column("note"))
DeliveryTable = Table(Column("held_on"), Column("place"), Column("note"))
