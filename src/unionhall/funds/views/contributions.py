"""The pages of the employer's contributions: declared, received, shared, chased while they are late."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.funds import services
from unionhall.funds.exchange.dues import WagesImporter
from unionhall.funds.filters.dues import ContributionFilters
from unionhall.funds.forms import dues as forms
from unionhall.funds.models import Contribution, Voucher
from unionhall.funds.permissions.spending import keeps_dues, may_ask, sees_dues
from unionhall.funds.selectors import dues as selectors
from unionhall.funds.selectors.arrears import arrears, came_late
from unionhall.funds.tables import dues as tables
from unionhall.funds.tables.ledger import ReceiptTable
from unionhall.funds.views.dues import MONTH
from unionhall.funds.views.ledger_panels import voucher_url
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.imports import ImportPages
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.people.models import Profile
from unionhall.rulebook.services import cite


def contributions(user: Any) -> QuerySet[Contribution]:
    """The employer's, month by month."""
    return Contribution.objects.visible_to(user)


def shared(request: HttpRequest, contribution: Contribution) -> dict[str, Any]:
    """What of it the union retains and what is owed upward, as the receipts have it (FIN-05)."""
    return selectors.shares(contribution) | {"rule": cite("funds.retain_ratio", contribution.month)}


def vouchers(contribution: Contribution, user: Any) -> QuerySet[Voucher]:
    """The receipts by which it came in."""
    return Voucher.objects.visible_to(user).about(contribution)


def lateness(request: HttpRequest, contribution: Contribution) -> dict[str, Any]:
    """What is overdue, what a day adds to it where the union has adopted the rule of its place, and where it is to go."""
    profile, came_on = Profile.objects.first(), came_late(contribution)
    return {
        "late": arrears(contribution),
        "came_on": came_on,
        "came_days": (came_on - contribution.due_on).days if came_on else 0,
        "rule_url": reverse("rulebook.detail", args=["funds.late_rate"]),
        "has_account": bool(profile and profile.account_no),
    }


contribution_pages = Pages(
    name="funds.contributions",
    path="office/funds/contributions",
    model=Contribution,
    rows=contributions,
    may_list=sees_dues,
    table=tables.ContributionTable,
    filters=ContributionFilters,
    title=_("拨缴经费"),
    about=_("单位按月全部职工工资总额的百分之二拨缴，期限以前到账（工会法第四十三条，FIN-01、FIN-03）。"),
    verbs={
        "declare": Verb(
            forms.DeclareForm, services.contributions.declare, label=_("登记工资总额"), who=keeps_dues, creates=True
        ),
        "receive": Verb(
            forms.ReceiveForm,
            services.contributions.receive,
            label=_("登记到账"),
            who=keeps_dues,
            about=_("到账时按留成比例分为拨缴经费收入和应付上级经费（FIN-05）。"),
            why=lambda contribution, user: None if contribution.owed else _("应拨经费已经全部到账。"),
        ),
        "remit": Verb(
            forms.RemitForm,
            services.remittances.ask,
            label=_("申请上解"),
            who=keeps_dues & may_ask,
            creates=True,
            done=_("已提交上解申请，批准后由出纳付款。"),
            about=_("把应付上级经费按规定上解：提交后审批、付款、入账，与其他支出相同（FIN-05）。"),
        ),
    },
    panels=[
        Panel("funds/arrears.html", lateness),
        Facts(MONTH, "wages", "due", "received", "due_on"),
        Panel("funds/shared.html", shared),
        Related(vouchers, _("收款凭证"), ReceiptTable, link=voucher_url),
        Panel("funds/demand_form.html", lateness, aside=True),
        History(),
    ],
    doors=[Entry(_("导入工资总额"), "funds.import_wages", who=keeps_dues)],
)

wages_import = ImportPages(
    name="funds.import_wages",
    path="office/funds/contributions/import",
    who=keeps_dues,
    done="funds.contributions.list",
    importer=WagesImporter(),
)
