"""What members are told of the funds: the office publishes it, everybody reads it on the phone."""

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from unionhall.funds import services
from unionhall.funds.forms import disclosures as forms
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Disclosure
from unionhall.funds.permissions.ledger import discloses, may_read_disclosure, reads_audits
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.tables import ledger as tables
from unionhall.kernel.money import shown
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel


def preview(*, by: Any, **facts: Any) -> str:
    """The very table that would go out, below its title."""
    disclosure = services.disclosure.drawn(by=by, **facts)
    table = render_to_string("funds/disclosed.html", told(None, disclosure) | {"obj": disclosure})
    return format_html("<h2>{}</h2>{}", disclosure, table)


def told(request: HttpRequest | None, disclosure: Disclosure) -> dict[str, Any]:
    """The lines with their totals, as the phone and the desk show them."""
    lines = disclosure.lines
    source = dict(FundKind.choices)
    return {
        "income": [(name, shown(Decimal(yuan))) for name, yuan in lines["income"]],
        "income_total": shown(_total(lines["income"])),
        "spending": [(name, shown(Decimal(yuan))) for name, yuan in lines["spending"]],
        "spending_total": shown(_total(lines["spending"])),
        "custody": [
            (source[kind], shown(Decimal(came)), shown(Decimal(went))) for kind, came, went in lines["custody"]
        ],
        "left": [(source[kind], shown(Decimal(yuan))) for kind, yuan in lines["left"]],
    }


def _total(lines: list[list[str]]) -> Decimal:
    return sum((Decimal(yuan) for _name, yuan in lines), Decimal(0))


ABOUT = _("每季度按科目和资金来源公布经费收支，不出现任何个人的姓名（FIN-13、OPEN-06）。")
disclosure_pages = Pages(
    name="funds.disclosures",
    path="office/funds/disclosures",
    model=Disclosure,
    rows=selectors.disclosures,
    may_list=reads_audits,
    table=tables.DisclosureTable,
    title=_("经费公布"),
    about=ABOUT,
    verbs={
        "publish": Verb(
            forms.DisclosureForm,
            services.disclosure.publish,
            label=_("公布季度收支"),
            who=discloses,
            creates=True,
            about=_("季度内各月结账后公布；公布的数字按当日账簿固定下来，全体会员可见，不能撤回。"),
            preview=preview,
        )
    },
    panels=[Panel("funds/disclosed.html", told), Facts("note", "published_on", "published_by"), History()],
)
my_disclosures = Pages(
    name="my.funds.disclosures",
    path="my/funds/disclosures",
    face="my",
    model=Disclosure,
    rows=selectors.disclosures,
    may_list=may_read_disclosure,
    table=tables.DisclosureTable,
    title=_("经费公布"),
    about=ABOUT,
    panels=[Panel("funds/disclosed.html", told), Facts("note", "published_on", columns=1)],
)
