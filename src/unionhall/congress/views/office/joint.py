"""Joint meetings between sessions, at the desk."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.congress import forms, selectors, services, tables
from unionhall.congress.flow import JOINT_FLOW, JointState
from unionhall.congress.models import JointMeeting
from unionhall.congress.permissions import manages, may_list, sees_persons
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related

NO_SUBSTITUTE = _(
    "须由大会审议通过、选举或评议的事项，联席会议只能提请大会，不能代替（职代会条例第二十五条，CON-21）。"
)


def turn(meeting: JointMeeting) -> Any:
    """Whose turn it is."""
    return {
        JointState.CALLED: _("等待开会"),
        JointState.HELD: _("等待提交下次大会"),
    }.get(JointState(meeting.state))


joint_pages = Pages(
    name="congress.joint",
    path="office/congress/joint",
    model=JointMeeting,
    rows=selectors.joint_meetings,
    may_list=may_list,
    flow=JOINT_FLOW,
    table=tables.JointTable,
    title=_("联席会议"),
    turn=turn,
    about=_("大会闭会期间须及时处理的重要事项，由工会召集联席会议处理，结果提交下次大会（CON-21）。"),
    verbs={
        "call_joint": Verb(
            forms.JointForm,
            services.call_joint,
            label=_("召集联席会议"),
            who=manages,
            creates=True,
            about=_(
                "按现任团长、专门委员会负责人、主席团和工会委员生成名单并通知。"
                "须由大会表决的事项，联席会议不能代替（职代会条例第二十五条，CON-21）。"
            ),
        ),
        "add_matter": Verb(forms.MatterForm, services.add_matter),
        "note_presence": Verb(forms.PresenceForm, services.note_presence),
        "settle": Verb(forms.SettleForm, services.settle, about=NO_SUBSTITUTE),
        "close": Verb(forms.CloseJointForm, services.close_joint),
        "report": Verb(
            forms.ReportJointForm,
            services.report_joint,
            about=_("作为审议建议事项列入大会议程，并生成报告材料（CON-21）。"),
        ),
        "cancel": Verb(forms.ReasonForm, services.cancel_joint, danger=True),
    },
    panels=[
        Facts("term", "kind", "held_on", "venue", "reported_to"),
        Facts("cause", columns=1),
        Related("matters", _("事项"), tables.MatterTable),
        Related("participants", _("参加人员"), tables.ParticipantTable, who=sees_persons),
        Facts("minutes", columns=1, title=_("会议纪要")),
        Panel("congress/joint_paper.html", who=manages, aside=True),
        Files(JointMeeting, may_attach=manages),
        History(),
    ],
)
