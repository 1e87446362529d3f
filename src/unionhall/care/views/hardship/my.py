"""One's own request for help on the phone: ask, hand in papers, follow it, see who looked."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.flow.hardship import HARDSHIP
from unionhall.care.forms import hardship as forms
from unionhall.care.models import HardshipFile
from unionhall.care.permissions import is_served
from unionhall.care.selectors import hardship as selectors
from unionhall.care.services import hardship
from unionhall.care.tables import hardship as tables
from unionhall.care.views.hardship import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import StepForm
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Panel

my_hardship_pages = Pages(
    name="my.care.hardship",
    confidential=True,
    path="my/care/hardship",
    face="my",
    model=HardshipFile,
    rows=selectors.own,
    may_list=is_served,
    flow=HARDSHIP,
    table=tables.MyFileTable,
    title=_("帮扶申请"),
    about=_("家庭遇到困难可以在这里申请帮扶。您填写的内容加密保存，只有工会办公室和您能看，谁看过都会告诉您。"),
    verbs={
        "apply": Verb(forms.ApplyForm, hardship.apply, label=_("申请帮扶"), who=is_served, creates=True),
        "add_kin": Verb(forms.KinForm, hardship.add_kin),
        "change_kin": Verb(forms.ChangeKinForm, hardship.change_kin),
        "drop_kin": Verb(forms.KinLineForm, hardship.drop_kin, danger=True),
        "add_paper": Verb(forms.PaperForm, hardship.add_paper),
        "withdraw": Verb(StepForm, hardship.withdraw, danger=True),
    },
    heading=lambda file: gettext("困难帮扶申请"),
    doors=[Entry(_("申请救助（大病、突发困难、助学）"), "my.care.aid.list")],
    panels=[
        Panel("care/visits/road.html", panels.road),
        Panel("care/hardship/content.html", panels.content),
        Panel("care/hardship/looks.html", panels.looks),
    ],
)
