"""The accountant's desk: vouchers, their lines, months and the chart of accounts."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.files.panels import Files
from unionhall.funds import services
from unionhall.funds.filters.ledger import AccountFilters, EntryFilters, PeriodFilters, VoucherFilters
from unionhall.funds.flow.book import PERIOD_FLOW, VOUCHER_FLOW, VoucherState
from unionhall.funds.forms import book as forms
from unionhall.funds.models import Account, Entry, Paper, Period, Voucher
from unionhall.funds.permissions.ledger import keeps_book, reads_book
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.services import by_hand
from unionhall.funds.tables import ledger as tables
from unionhall.funds.views import ledger_panels as panels
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.nav import Entry as Door
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column

WHOLE = 500  # the lines of a voucher are read together


def turn(voucher: Voucher) -> Any:
    """Whose turn it is."""
    return {
        VoucherState.RECEIVED: _("等待会计制单"),
        VoucherState.MADE: _("等待制单人以外的人复核"),
    }.get(VoucherState(voucher.state))


def paper_url(paper: Paper) -> str:
    """Where a paper is read: the page of its record, or its file."""
    return paper.url or (reverse("files.download", args=[paper.attachment_id]) if paper.attachment_id else "")


voucher_pages = Pages(
    name="funds.vouchers",
    path="office/funds/vouchers",
    model=Voucher,
    rows=selectors.vouchers,
    may_list=reads_book,
    flow=VOUCHER_FLOW,
    table=tables.VoucherTable,
    filters=VoucherFilters,
    title=_("记账凭证"),
    turn=turn,
    about=_("工会自己的账：收款、付款、转账每一笔都是一张凭证，借贷相等，记下就不改，错账红字冲销。"),
    doors=(
        Door(_("科目余额表"), "funds.balances", reads_book, "chart-bar"),
        Door(_("导出凭证"), "funds.exports", reads_book, "download"),
    ),
    verbs={
        "book": Verb(
            forms.BookForm,
            by_hand.book,
            label=_("制单"),
            who=keeps_book,
            creates=True,
            about=_(
                "用于现金与银行存款互转、收款、更正错账，附原始单据；支出一律从经费申请开始，在那里审批、付款、入账"
                "（FIN-10、FIN-11）。由制单人以外的人复核，出纳不得制单（FIN-09，会计法）。"
            ),
        ),
        "open_balances": Verb(
            forms.OpeningForm,
            services.opening.open_balances,
            label=_("登记期初余额"),
            who=keeps_book,
            creates=True,
            about=_("启用账簿时登记一次，日期早于其他凭证。"),
        ),
        "carry": Verb(
            forms.CarryForm,
            services.years.carry,
            label=_("年终结转"),
            who=keeps_book,
            creates=True,
            about=_("把一年的收入、支出结转到工会资金结转，每种资金来源各自结转，凭证日期为12月31日。"),
        ),
        "make": Verb(
            None,
            services.vouchers.make,
            many=True,
            about=_("把收到的款物记入账簿；经手人不能制单（FIN-09）。"),
            why=services.vouchers.why_not_make,
        ),
        "review": Verb(
            None,
            services.vouchers.review,
            many=True,
            about=_("制单人和经手人不能复核（FIN-09）。"),
            why=services.vouchers.why_not_review,
        ),
        "reverse": Verb(
            forms.ReverseForm,
            services.undoing.reverse,
            danger=True,
            about=_("原凭证不改不删，另记一张方向相反的凭证，两张互相注明。"),
        ),
    },
    panels=[
        Facts(
            "kind",
            Column("number", _("凭证号")),
            "on",
            "total",
            "handled_by",
            "made_by",
            "reviewed_by",
            "period",
            "written_at",
        ),
        Related("entries", _("分录"), tables.LinesTable, on_a_page=WHOLE),
        Related("papers", _("原始单据"), tables.PaperTable, link=paper_url),
        Panel("funds/links.html", panels.links_of_voucher),
        Files(Voucher, may_attach=keeps_book),
        Panel("funds/voucher_papers.html", aside=True),
        History(),
    ],
)
entry_pages = Pages(
    name="funds.entries",
    path="office/funds/entries",
    model=Entry,
    rows=selectors.entries,
    may_list=reads_book,
    table=tables.EntryTable,
    filters=EntryFilters,
    title=_("明细账"),
    about=_("所有凭证的分录；按科目、资金来源和日期筛选，就是明细账。"),
    panels=[
        Facts(
            "account",
            "fund",
            Column("debit", _("借方"), like="amount"),
            Column("credit", _("贷方"), like="amount"),
            "text",
        ),
        Panel("funds/of_voucher.html"),
    ],
)
period_pages = Pages(
    name="funds.periods",
    path="office/funds/periods",
    model=Period,
    rows=selectors.periods,
    may_list=reads_book,
    flow=PERIOD_FLOW,
    table=tables.PeriodTable,
    filters=PeriodFilters,
    title=_("会计期间"),
    about=_("每月一期，按月份顺序结账；结账后的月份不能再记账，也不能反结账。"),
    verbs={"close": Verb(None, services.periods.close, danger=True, about=_("结账后这个月和以前的月份都不能再记账。"))},
    panels=[
        Facts(Column("first_on", _("月份"), value=str), "state", "closed_on", "closed_by"),
        Related("vouchers", _("凭证"), tables.VoucherTable, link=panels.voucher_url),
        Panel("funds/month_papers.html", panels.month, aside=True),
        History(),
    ],
)
account_pages = Pages(
    name="funds.accounts",
    path="office/funds/accounts",
    model=Account,
    rows=selectors.accounts,
    may_list=reads_book,
    table=tables.AccountTable,
    filters=AccountFilters,
    title=_("会计科目"),
    about=_("按工会会计制度设置，标明适用级别、依据和核对情况（FIN-15）；启用后可以增设明细。"),
    verbs={
        "begin": Verb(None, services.chart.begin, label=_("启用科目表"), who=keeps_book, creates=True),
        "add": Verb(forms.AddAccountForm, services.chart.add, label=_("增设科目"), who=keeps_book, creates=True),
        "amend": Verb(forms.AmendAccountForm, services.chart.amend, label=_("修改"), who=keeps_book),
    },
    panels=[
        Facts("code", "name", "kind", "level", "source", "checked", "is_open"),
        Related(panels.newest_of_account, _("最近的分录"), tables.EntryTable, link=panels.entry_url),
        History(),
    ],
)
