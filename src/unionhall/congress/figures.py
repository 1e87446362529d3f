"""What congresses can be counted by, each count with its rows; delegates and everybody who came are never mixed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.congress import tables
from unionhall.congress.kinds import Congress, Role
from unionhall.congress.models import Session
from unionhall.congress.rules.powers import Power
from unionhall.congress.selectors import totals
from unionhall.figures.kinds import Count, Distinct, Share
from unionhall.figures.registry import FilterBy, of_record

BY_KIND = {"kind": FilterBy(_("会议"), dict(Congress.choices).get)}
BY = BY_KIND | {"session": of_record(pgettext_lazy("congress", "届次"), Session, before=totals.session_before)}
BY_ROLE = BY | {"role": FilterBy(_("身份"), dict(Role.choices).get)}
BY_POWER = BY | {"power": FilterBy(_("职权类型"), dict(Power.choices).get)}

held = Count(
    "congress.sessions",
    _("代表大会会议"),
    unit=pgettext_lazy("congress", "次"),
    rows=totals.held,
    filters=BY,
    table=tables.HeldTable,
    definition=_("期间内开幕的职代会、工代会会议，每次计一次，合并召开的各计一次，以开会日期为准。"),
)
delegates = Count(
    "congress.delegates",
    _("在任代表"),
    unit=_("人"),
    rows=totals.serving,
    filters=BY_KIND,
    table=tables.DelegateTable,
    definition=_("期末在任的职工代表、会员代表，两种代表分别计数。"),
)
roll = Count(
    "congress.entitled",
    _("应到代表"),
    unit=_("人次"),
    rows=totals.roll,
    filters=BY,
    table=tables.AttendeeTable,
    definition=_("期间内各次会议代表名册上的正式代表，请假的也在内。"),
)
delegates_came = Count(
    "congress.delegates_present",
    _("实到代表"),
    unit=_("人次"),
    rows=totals.delegates_came,
    filters=BY,
    table=tables.AttendeeTable,
    definition=_("期间内各次会议签到的正式代表，每人每次会议计一次。"),
)
delegates_called = Distinct(
    "congress.entitled_people",
    _("应到代表人数"),
    unit=_("人"),
    of=roll,
    by="person",
    definition=_("期间内各次会议代表名册上的正式代表，同一人只计一次。"),
)
delegates_there = Distinct(
    "congress.present_people",
    _("实到代表人数"),
    unit=_("人"),
    of=delegates_came,
    by="person",
    definition=_("期间内各次会议签到的正式代表，同一人只计一次。"),
)
came = Count(
    "congress.people",
    _("参会人数"),
    unit=_("人"),
    rows=totals.came,
    filters=BY_ROLE,
    table=tables.AttendeeTable,
    definition=_("期间内各次会议签到的院领导、正式代表、列席代表和特邀代表，每人每次会议计一次。"),
)
turnout = Share(
    "congress.turnout",
    _("代表出席率"),
    part=delegates_came,
    whole=roll,
    definition=_("期间内各次会议实到代表与应到代表之比。"),
)
items = Count(
    "congress.items",
    _("审议议题"),
    unit=_("项"),
    rows=totals.items,
    filters=BY_POWER,
    table=tables.ItemTable,
    definition=_("期间内各次会议已经提请审议的议题，撤回的不计。"),
)
heard = Count(
    "congress.reports",
    _("听取审议报告"),
    unit=_("项"),
    rows=totals.heard,
    filters=BY_POWER,
    table=tables.ItemTable,
    definition=_("期间内各次会议听取审议完毕的报告。"),
)
notes = Count(
    "congress.notes",
    _("代表团讨论意见"),
    unit=pgettext_lazy("congress", "条"),
    rows=totals.notes,
    filters=BY_POWER,
    table=tables.NoteTable,
    definition=_("期间内各次会议代表团对议题提出的讨论意见，每个代表团对每项议题计一条。"),
)
motions = Count(
    "congress.motions",
    _("大会议案"),
    unit=pgettext_lazy("congress", "件"),
    rows=totals.motions,
    filters=BY_POWER,
    table=tables.MotionTable,
    definition=_("期间内各次会议收到的议案，撤回的不计；提案另行统计。"),
)
joint_meetings = Count(
    "congress.joint_meetings",
    _("联席会议"),
    unit=pgettext_lazy("congress", "次"),
    rows=totals.joint_meetings,
    filters=BY_KIND,
    table=tables.JointHere,
    definition=_("期间内召开的职代会联席会议和代表团团长联席会议，以开会日期为准。"),
)
resolutions = Count(
    "congress.resolutions",
    _("通过决议"),
    unit=_("项"),
    rows=totals.resolutions,
    filters=BY_POWER,
    table=tables.ResolutionTable,
    definition=_("期间内形成的决议，以通过日期为准。"),
)
