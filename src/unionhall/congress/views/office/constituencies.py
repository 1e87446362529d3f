"""A constituency: who is to be elected there, and who was; for the office and the chair of its branch."""

from django.utils.translation import gettext_lazy as _

from unionhall.congress import forms, selectors, services, tables
from unionhall.congress.models import Constituency
from unionhall.congress.permissions import chairs_branch, enters_election, may_list
from unionhall.congress.views import panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Related

ELECTION = _("选区三分之二以上职工参加，得选区全体职工半数以上赞成方可当选；缺额由原选区补选（CON-13）。")

constituency_pages = Pages(
    name="congress.constituencies",
    path="office/congress/constituencies",
    model=Constituency,
    rows=selectors.constituencies,
    may_list=may_list | chairs_branch,
    table=tables.ConstituencyTable,
    title=_("代表选区"),
    about=_("每届代表由各选区选举产生。选区从届次页设立，选举结果由工会办公室或分工会主席登记。"),
    verbs={
        "elect": Verb(
            forms.ElectHereForm,
            services.elect,
            label=_("登记当选代表"),
            who=enters_election,
            about=ELECTION,
        ),
    },
    panels=[
        Facts("term", "unit", "staff_count", "seats", "turnout", "elected_on"),
        Related(panels.elected_here, _("当选代表"), tables.ElectedTable, who=enters_election),
        History(),
    ],
)
