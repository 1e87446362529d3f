"""What a delegate's phone lists: resolutions for everybody, motions of one's delegation, joint meetings one is called to."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.congress import forms, selectors, services, tables
from unionhall.congress.flow import MOTION_FLOW
from unionhall.congress.models import JointMeeting, Motion, Resolution
from unionhall.congress.permissions import heads_some_delegation, is_delegate, may_read_resolutions, takes_part
from unionhall.congress.views import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, Panel, Related


def published(user: Any) -> Any:
    """What was announced to everybody."""
    return selectors.resolutions(user).filter(published_on__isnull=False)


resolution_pages = Pages(
    name="my.resolutions",
    path="my/resolutions",
    face="my",
    model=Resolution,
    rows=published,
    may_list=may_read_resolutions,
    table=tables.ResolutionTable,
    title=_("代表大会决议"),
    about=_("职代会、工代会通过并公布的决议都在这里，对全体职工有约束力（职代会条例第三十四条）。"),
    panels=[
        Panel("congress/resolution.html", panels.sealed),
        Facts("number", "session", "adopted_on", "published_on"),
    ],
)

motion_pages = Pages(
    name="my.motions",
    path="my/motions",
    face="my",
    model=Motion,
    rows=selectors.motions,
    may_list=is_delegate,
    flow=MOTION_FLOW,
    table=tables.MotionTable,
    title=_("议案"),
    about=_("代表团向大会提出的议案都在这里，由团长提交；个人和联名的意见请提提案。"),
    verbs={
        "hand_in": Verb(
            forms.MotionForm, services.hand_in, label=_("代表本团提议案"), who=heads_some_delegation, creates=True
        ),
        "withdraw": Verb(forms.ReasonForm, services.withdraw_motion, danger=True),
    },
    panels=[
        Panel("congress/motion.html", panels.motion),
        Facts("session", "power", "mover", "delegation", "handed_in_on", "reply"),
    ],
)

joint_pages = Pages(
    name="my.joint",
    path="my/joint",
    face="my",
    model=JointMeeting,
    rows=selectors.joint_meetings,
    may_list=takes_part,
    table=tables.JointTable,
    title=_("联席会议"),
    about=_("召集您参加的联席会议，议题和纪要都在这里。"),
    panels=[
        Facts("held_on", "venue", "cause", "reported_to"),
        Related("matters", _("事项"), tables.MatterTable),
        Facts("minutes", columns=1, title=_("会议纪要")),
    ],
)
