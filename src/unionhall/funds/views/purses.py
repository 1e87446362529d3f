"""Purses: what is left of each source, and every entry behind it."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds import services
from unionhall.funds.filters.ledger import FundFilters
from unionhall.funds.flow.book import FUND_FLOW
from unionhall.funds.forms import purses as forms
from unionhall.funds.models import Entry, Fund
from unionhall.funds.permissions.ledger import opens_purses, reads_book
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.tables import ledger as tables
from unionhall.funds.views import ledger_panels as panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related


def told(fund: Fund) -> str:
    """What was said of the remainder at the start."""
    return _("开立时公布的结余处理办法：%(rule)s（DON-03、DON-07）。") % {"rule": fund.remainder_rule or _("未约定")}


def entries_of(fund: Fund, user: Any) -> QuerySet[Entry]:
    """Its lines."""
    return selectors.entries(user).filter(fund=fund)


fund_pages = Pages(
    name="funds.purses",
    path="office/funds/purses",
    model=Fund,
    rows=selectors.funds,
    may_list=reads_book,
    flow=FUND_FLOW,
    table=tables.FundTable,
    filters=FundFilters,
    title=gettext_lazy("专项资金"),
    about=gettext_lazy("每种来源、每次募捐各有一个钱袋子，分账核算，专款专用，不得透支（CARE-08、DON-03）。"),
    verbs={
        "open": Verb(
            forms.PurseForm, services.purses.open, label=gettext_lazy("开立专项资金"), who=opens_purses, creates=True
        ),
        "pass_on": Verb(forms.PassOnForm, services.remainders.pass_on, about=told),
        "settle": Verb(
            None,
            services.purses.settle,
            danger=True,
            about=gettext_lazy("结余处理完、没有已批未付的款项才能结清（DON-08）。"),
        ),
    },
    panels=[
        Panel("funds/purse.html", panels.purse),
        Facts("number", "kind", "opened_on", "closed_on", "remainder_rule"),
        Related(entries_of, gettext_lazy("分录"), tables.PurseEntries, link=panels.entry_url),
        History(),
    ],
)
