"""Motions at the desk: handed in, put on the agenda or answered."""

from django.utils.translation import gettext_lazy as _

from unionhall.congress import filters, forms, selectors, services, tables
from unionhall.congress.flow import MOTION_FLOW
from unionhall.congress.models import Motion
from unionhall.congress.permissions import manages, may_list
from unionhall.congress.views import panels
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel

motion_pages = Pages(
    name="congress.motions",
    path="office/congress/motions",
    model=Motion,
    rows=selectors.motions,
    may_list=may_list,
    flow=MOTION_FLOW,
    table=tables.MotionTable,
    filters=filters.MotionFilters,
    title=_("议案"),
    about=_("行政、工会委员会、主席团和代表团向大会提出议案，列入议程后成为议题；代表个人和联名的意见走提案。"),
    verbs={
        "hand_in": Verb(forms.MotionForm, services.hand_in, label=_("登记议案"), who=manages, creates=True),
        "take_up": Verb(
            None,
            services.take_up,
            about=_("列入后成为议题，方案和理由成为议题材料，须在会前七日以前送交代表（CON-16）。"),
        ),
        "refer": Verb(
            forms.ReplyForm,
            services.refer,
            about=_("不列入本次议程。代表团提出的，为团长起草好一份提案，由团长选定类别后提交。"),
        ),
        "decline": Verb(forms.ReplyForm, services.decline),
        "withdraw": Verb(forms.ReasonForm, services.withdraw_motion, danger=True),
    },
    panels=[
        Panel("congress/motion.html", panels.motion),
        Facts("session", "power", "mover", "delegation", "handed_in_on", "reply"),
        Files(Motion, may_attach=manages),
        History(),
    ],
)
