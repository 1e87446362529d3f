"""The first look at a request on the phone: for the chair of the branch where the household agreed, or who was there."""

from django.utils.translation import gettext_lazy as _

from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.forms import hardship as forms
from unionhall.care.models import HardshipFile
from unionhall.care.permissions import has_page
from unionhall.care.selectors import hardship as selectors
from unionhall.care.services import hardship
from unionhall.care.tables import hardship as tables
from unionhall.care.views.hardship import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Panel

check_pages = Pages(
    name="my.care.checks_of_requests",
    confidential=True,
    path="my/care/request-checks",
    face="my",
    model=HardshipFile,
    rows=selectors.to_confirm,
    may_list=has_page,
    flow=HARDSHIP,
    table=tables.CheckTable,
    title=_("帮扶申请初核"),
    about=_("现在没有要您初核的申请。"),
    verbs={
        "confirm": Verb(
            forms.ConfirmationForm,
            hardship.confirm,
            done=_("初核意见已提交，之后您不再看到这份申请。"),
            about=_("内容只供初核，请勿向他人透露；您的查看和意见会告诉申请人（个人信息保护法第二十九条）。"),
        )
    },
    panels=[Panel("care/hardship/asked.html", panels.asked)],
)
