"""A term: quota, constituencies, delegations, delegates, committees."""

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.congress import forms, selectors, services, tables
from unionhall.congress.models import Constituency, Term
from unionhall.congress.permissions import manages, may_list, sees_persons
from unionhall.congress.views import panels
from unionhall.congress.views.office.constituencies import ELECTION, constituency_pages
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related


def elect(term: Term, *, by: User, constituency: Constituency, **facts: object) -> None:
    """The verb as a page of the term takes it."""
    services.elect(constituency, by=by, **facts)  # type: ignore[arg-type]


term_pages = Pages(
    name="congress.terms",
    path="office/congress/terms",
    model=Term,
    rows=selectors.terms,
    may_list=may_list,
    table=tables.TermTable,
    title=_("代表大会届次"),
    about=_("职代会和工代会分别记届次：每届的名额、选区、代表团、代表和专门委员会都在这里。"),
    verbs={
        "open_term": Verb(forms.TermForm, services.open_term, label=_("开始新一届"), who=manages, creates=True),
        "add_constituency": Verb(forms.ConstituencyForm, services.add_constituency, label=_("设选区"), who=manages),
        "add_delegation": Verb(forms.DelegationForm, services.add_delegation, label=_("设代表团"), who=manages),
        "elect": Verb(forms.ElectForm, elect, label=_("登记当选代表"), who=manages, about=ELECTION),
        "name_member": Verb(forms.CommitteeForm, services.name_member, label=_("确定专门委员会成员"), who=manages),
    },
    panels=[
        Panel("congress/composition.html", panels.composition),
        Facts("began_on", "ends_on", "closed_on", "years", "staff_count", "women_count", "seats", "document"),
        Related(
            panels.constituencies,
            _("选区"),
            tables.ConstituencyTable,
            link=lambda constituency: constituency_pages.url("detail", constituency),
        ),
        Related(panels.delegations, _("代表团"), tables.DelegationTable),
        Related(panels.delegates, _("代表"), tables.DelegateTable, who=sees_persons),
        Related(panels.committee_members, _("专门委员会"), tables.CommitteeTable, who=sees_persons),
        Panel("congress/doors.html", who=manages, aside=True),
        History(),
    ],
)
