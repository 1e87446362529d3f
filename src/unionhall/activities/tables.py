"""Columns: the same on the page, in the workbook and behind a figure."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.pages.tables import Column, Table

_PERSON = (
    Column("person.staff_no", _("工号")),
    Column("person.name", _("姓名")),
    Column("person.department.name", _("科室")),
)

ActivityTable = Table(
    Column("number", link=True),
    Column("title", link=True, value=str, sort="title"),
    Column("kind"),
    Column("occasion", phone=False),
    Column("held_from"),
    Column("state"),
    Column("signed_up_count", _("报名人数"), unit=_("人")),
    Column("entry_count", _("参加人次"), unit=_("人次")),
    Column("item_count", _("项目数"), unit=pgettext_lazy("activities", "个"), phone=False),
    Column("unit.name", _("举办分会"), hidden=True),
    Column("theme", hidden=True),
    Column("level", hidden=True),
    Column("venue", hidden=True),
    Column("budget", hidden=True),
    Column("cost", hidden=True),
)
HeldTable = Table(
    Column("number", link=True),
    Column("title", link=True, value=str),
    Column("kind"),
    Column("occasion"),
    Column("held_from"),
)
EntryTable = Table(
    *_PERSON,
    Column("item.activity.title", _("活动")),
    Column("item.name", _("项目")),
    Column("team.name", _("队伍"), hidden=True),
    Column("state"),
)
EntriesHere = Table(
    *_PERSON,
    Column("item.name", _("项目")),
    Column("team.name", _("队伍")),
    Column("state"),
    Column("signed_up_at", phone=False),
)
ItemTable = Table(
    Column("name"),
    Column("group"),
    Column("is_team"),
    Column("capacity"),
    Column("taken"),
    Column("better", phone=False),
)
TeamTable = Table(
    Column("name"),
    Column("item.name", _("项目")),
    Column("captain.name", _("领队")),
    Column("unit.name", _("分会")),
    Column("state"),
)
AttendanceTable = Table(*_PERSON, Column("role"), Column("came_at"), Column("how"))
ResultTable = Table(
    Column("item.name", _("项目")),
    Column("rank"),
    Column("who", _("姓名或队名")),
    Column("mark"),
    Column("item.mark_unit", _("单位")),
    Column("broke_record", phone=False),
)
PrizeTable = Table(
    Column("name"),
    Column("is_keepsake"),
    Column("unit_price"),
    Column("stock"),
    Column("issued"),
    Column("left", _("库存")),
)
IssueTable = Table(*_PERSON, Column("prize.name", _("奖品")), Column("award"), Column("quantity"), Column("signed_at"))
PartnerTable = Table(Column("name"), Column("sector"), Column("part"), Column("activity.title", _("活动"), hidden=True))
ExternalTable = Table(
    Column("number", link=True),
    Column("event", link=True, value=str, sort="event"),
    Column("kind"),
    Column("organiser"),
    Column("level"),
    Column("represents"),
    Column("held_on"),
    Column("member_count", _("人数"), unit=_("人")),
)
ExternalHere = Table(
    Column("number"), Column("event", value=str), Column("organiser"), Column("level"), Column("held_on")
)
MemberTable = Table(*_PERSON, Column("team.event", _("活动")))
PlacingTable = Table(Column("item"), Column("rank"), Column("team.event", _("活动"), hidden=True))
CertificateTable = Table(Column("number"), Column("entry.person.name", _("姓名")), Column("issued_on"))
_SIGNATURE = Column("signature", _("签名"), value=lambda row: "\u3000")  # room to sign, no dash for nothing
SheetTable = Table(*_PERSON, Column("role"), Column("came_at"), _SIGNATURE)
SignOffTable = Table(
    *_PERSON, Column("award"), Column("prize.name", _("奖品")), Column("quantity"), Column("signed_at"), _SIGNATURE
)
