"""Purses: what is left of each source, and every entry behind it."""

from django.utils.translation import gettext_lazy as _

from unionhall.funds import services
from unionhall.funds.filters.ledger import FundFilters
from unionhall.funds.flow.book import FUND_FLOW
from unionhall.funds.forms import ledger as forms
from unionhall.funds.models import Fund
from unionhall.funds.permissions.ledger import opens_purses, reads_book
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.tables import ledger as tables
from unionhall.funds.views import ledger_panels as panels
from unionhall.funds.views.book import voucher_url
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related

fund_pages = Pages(
    name="funds.purses",
    path="office/funds/purses",
    model=Fund,
    rows=selectors.funds,
    may_list=reads_book,
    flow=FUND_FLOW,
    table=tables.FundTable,
    filters=FundFilters,
    title=_("专项资金"),
    about=_("每种来源、每次募捐各有一个钱袋子，分账核算，专款专用，不得透支（CARE-08、DON-03）。"),
    verbs={
        "open": Verb(forms.PurseForm, services.purses.open, label=_("开立专项资金"), who=opens_purses, creates=True),
        "settle": Verb(
            None, services.purses.settle, danger=True, about=_("结余处理完、没有已批未付的款项才能结清（DON-08）。")
        ),
    },
    panels=[
        Panel("funds/purse.html", panels.purse),
        Facts("number", "kind", "opened_on", "closed_on", "remainder_rule"),
        Related(
            lambda fund, user: selectors.entries(user).filter(fund=fund),
            _("分录"),
            tables.EntryTable,
            link=voucher_url,
        ),
        History(),
    ],
)
