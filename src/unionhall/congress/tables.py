"""Columns: the same on the page, in the workbook and behind a figure."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.pages.tables import Column, Table

_PERSON = (
    Column("person.staff_no", _("工号")),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
)

TermTable = Table(
    Column("number", _("届"), value=str, link=True, sort="number"),
    Column("began_on"),
    Column("ends_on"),
    Column("seats", unit=_("人")),
    Column("delegate_count", _("在任代表"), unit=_("人")),
    Column("closed_on", hidden=True),
    Column("document", hidden=True),
)
DelegateTable = Table(
    Column("person.staff_no", _("工号"), link=True),
    Column("person.name", _("姓名"), link=True),
    Column("person.department.name", _("科室")),
    Column("delegation.name", _("代表团")),
    Column("constituency.name", _("选区"), phone=False),
    Column("category"),
    Column("person.sex", _("性别")),
    Column("is_front_line"),
    Column("is_manager"),
    Column("is_head", phone=False),
    Column("term", _("届"), hidden=True, sort=False),
    Column("how", hidden=True),
    Column("votes", hidden=True),
    Column("began_on", hidden=True),
    Column("ended_on", hidden=True),
    Column("ended_by", hidden=True),
)
SessionTable = Table(
    Column("number", _("会议"), value=str, link=True, sort="held_on"),
    Column("held_on"),
    Column("venue", phone=False),
    Column("state"),
    Column("entitled_count", _("应到"), unit=_("人")),
    Column("present_count", _("实到"), unit=_("人")),
    Column("people_count", _("参会"), unit=_("人")),
    Column("cause", hidden=True),
    Column("theme", hidden=True),
    Column("filed_on", hidden=True),
)
HeldTable = Table(
    Column("number", _("会议"), value=str, sort=False), Column("held_on"), Column("venue"), Column("state")
)
ItemTable = Table(
    Column("session", _("会议"), sort="session__held_on"),
    Column("position"),
    Column("title", link=True),
    Column("power"),
    Column("presenter", phone=False),
    Column("state"),
)
AgendaTable = Table(
    Column("position"), Column("title", link=True), Column("power"), Column("vote", _("结论方式")), Column("state")
)
AttendeeTable = Table(
    Column("role"),
    Column("name"),
    Column("person.staff_no", _("工号")),
    Column("person.department.name", _("科室")),
    Column("delegate.delegation.name", _("代表团或单位"), value=lambda attendee: attendee.place),
    Column("came_at"),
    Column("left_at", phone=False),
    Column("leave_reason"),
)
ResolutionTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("session", _("会议"), sort="session__held_on"),
    Column("adopted_on"),
    Column("published_on"),
)
NoteTable = Table(Column("delegation.name", _("代表团")), Column("text"))
NotesOfAll = Table(
    Column("item.position", _("序号")),
    Column("item.title", _("议题")),
    Column("delegation.name", _("代表团")),
    Column("text"),
)
ConstituencyTable = Table(
    Column("name", link=True),
    Column("term", _("届"), sort=False, hidden=True),
    Column("unit", sort="unit__name", phone=False),
    Column("staff_count", unit=_("人")),
    Column("seats", unit=_("人")),
    Column("elected_count", _("在任代表"), unit=_("人")),
    Column("turnout"),
    Column("elected_on"),
)
ElectedTable = Table(*_PERSON, Column("votes"), Column("how"), Column("began_on"), Column("ended_on"))
MotionTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("session", _("会议"), sort="session__held_on"),
    Column("by_whom", _("提出方"), sort="mover"),
    Column("power", phone=False),
    Column("handed_in_on"),
    Column("state"),
)
MotionsHere = Table(
    Column("number", link=True), Column("title", link=True), Column("by_whom", _("提出方")), Column("state")
)
JointTable = Table(
    Column("number", _("会议"), value=str, link=True, sort="number"),
    Column("held_on"),
    Column("venue", phone=False),
    Column("matter_count", _("事项"), unit=pgettext_lazy("congress", "件")),
    Column("state"),
)
JointHere = Table(Column("number", _("会议"), value=str, link=True), Column("held_on"), Column("cause"))
MatterTable = Table(Column("position"), Column("title"), Column("power"), Column("outcome"), Column("conclusion"))
ParticipantTable = Table(Column("capacity"), *_PERSON, Column("came"))
DelegationTable = Table(Column("name"), Column("head", _("团长")), Column("delegate_count", _("代表"), unit=_("人")))
CommitteeTable = Table(Column("committee", _("专门委员会"), sort=False), *_PERSON, Column("is_head"))
PresidiumTable = Table(
    Column("delegate.person.name", _("姓名")),
    Column("delegate.person.department.name", _("科室")),
    Column("delegate.is_front_line", _("一线")),
)
