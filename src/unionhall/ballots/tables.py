"""Columns: the same on the page and in the workbook."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.pages.tables import Column, Table

PollTable = Table(
    Column("number", link=True),
    Column("title", link=True),
    Column("kind"),
    Column("way", phone=False),
    Column("state"),
    Column("entitled", unit=_("人"), phone=False),
    Column("present", unit=_("人"), phone=False),
    Column("opened_at"),
    Column("round", hidden=True),
)
OptionTable = Table(Column("question.text", _("题目")), Column("position", _("序号")), Column("label"))
RollTable = Table(Column("label"), Column("group"), Column("is_present"))
TellerTable = Table(Column("user.name", _("姓名")))
NamedVoteTable = Table(
    Column("entry.label", _("姓名")), Column("entry.group", _("代表团（组）")), Column("option.label", _("选择"))
)
GradeTable = Table(
    Column("result.poll.title", _("名称")),
    Column("option.question.text", _("测评对象")),
    Column("option.label", _("选项")),
    Column("votes", unit=_("票")),
)
ResultTable = Table(
    Column("poll.number", _("编号")),
    Column("poll.title", _("名称")),
    Column("poll.kind", _("类别")),
    Column("declared_at"),
    Column("entitled", unit=_("人")),
    Column("present", unit=_("人")),
    Column("collected", unit=pgettext_lazy("ballots", "份")),
    Column("valid", unit=pgettext_lazy("ballots", "份")),
    Column("carried"),
)
