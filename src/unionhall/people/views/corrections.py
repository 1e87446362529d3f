"""Corrections as the office answers them."""

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History
from unionhall.pages.tables import Column
from unionhall.people import tables
from unionhall.people.filters import CorrectionFilters
from unionhall.people.flow import CORRECTION_FLOW
from unionhall.people.forms import persons as forms
from unionhall.people.models import Correction
from unionhall.people.selectors import organisation as rows
from unionhall.people.services import corrections

correction_pages = Pages(
    name="people.corrections",
    path="office/corrections",
    model=Correction,
    rows=rows.corrections,
    may_list=in_office,
    flow=CORRECTION_FLOW,
    title=_("更正申请"),
    about=_("会员发现自己的资料有误时提出，核对后更正，或说明不更正的理由。"),
    table=tables.CORRECTIONS,
    filters=CorrectionFilters,
    verbs={
        "settle": Verb(forms.SettleForm, corrections.settle),
        "decline": Verb(
            forms.ReplyForm, corrections.decline, danger=True, about=_("不予更正须说明理由（个人信息保护法第五十条）。")
        ),
    },
    panels=[
        Facts(
            Column("person.name", _("姓名")),
            Column("person.staff_no", _("工号")),
            "field",
            Column("should_be", value=lambda asked: asked.should_be),
            "explanation",
            "asked_at",
            "reply",
            columns=1,
        ),
        History(),
    ],
)
