"""What the book can prove: income, spending, custody, what is left, audits, disclosure."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.figures.kinds import Count, Share, Sum
from unionhall.figures.registry import FilterBy, of_record
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Account, Fund
from unionhall.funds.selectors import totals
from unionhall.funds.tables import ledger as tables

YUAN = _("元")
BY_SOURCE = {"source": FilterBy(_("资金来源"), dict(FundKind.choices).get)}
BY = BY_SOURCE | {
    "fund": of_record(_("专项资金"), Fund),
    "account": FilterBy(_("科目"), lambda text: Account.objects.filter(code=text).first()),
}

income = Sum(
    "funds.income",
    _("经费收入"),
    unit=YUAN,
    rows=totals.income,
    of="credited",
    filters=BY,
    table=tables.EntryTable,
    definition=_("期间内记入收入科目的金额，冲销的减去；代管的捐款和离退休经费不计，期初和年终结转不计。"),
)
spending = Sum(
    "funds.spending",
    _("经费支出"),
    unit=YUAN,
    rows=totals.spending,
    of="amount",
    filters=BY,
    table=tables.EntryTable,
    definition=_("期间内记入支出科目的金额，冲销的减去；代管资金的付出不计，年终结转不计。"),
)
custody_in = Sum(
    "funds.custody_in",
    _("代管资金收入"),
    unit=YUAN,
    rows=totals.custody_in,
    of="credited",
    filters=BY,
    table=tables.EntryTable,
    definition=_("期间内收到的职工捐款、离退休经费等代管资金，冲销的减去，实物按价值计。"),
)
custody_out = Sum(
    "funds.custody_out",
    _("代管资金付出"),
    unit=YUAN,
    rows=totals.custody_out,
    of="amount",
    filters=BY,
    table=tables.EntryTable,
    definition=_("期间内从代管资金付出的金额，冲销的减去，实物按价值计。"),
)
retained = Sum(
    "funds.retained",
    _("拨缴经费留成"),
    unit=YUAN,
    rows=totals.retained,
    of="credited",
    table=tables.EntryTable,
    definition=_("期间内到账的拨缴经费中记为本会收入的部分，冲销的减去（FIN-05）。"),
)
due_upward = Sum(
    "funds.due_upward",
    _("应上解经费"),
    unit=YUAN,
    rows=totals.due_upward,
    of="credited",
    table=tables.EntryTable,
    definition=_("期间内到账的拨缴经费中应付上级工会的部分，冲销的减去（FIN-05）。"),
)
remitted = Sum(
    "funds.remitted",
    _("已上解经费"),
    unit=YUAN,
    rows=totals.remitted,
    of="amount",
    table=tables.EntryTable,
    definition=_("期间内付给上级工会的经费，退回的减去（FIN-05）。"),
)
money = Sum(
    "funds.money",
    _("货币资金结存"),
    unit=YUAN,
    rows=totals.money,
    of="amount",
    filters=BY,
    table=tables.EntryTable,
    definition=_("期末库存现金和银行存款，按资金来源分开。"),
)
purses = Count(
    "funds.purses",
    _("专项资金"),
    unit=_("项"),
    rows=totals.restricted,
    filters=BY_SOURCE,
    table=tables.FundTable,
    definition=_("期末没有结清的专项资金，每项计一次。"),
)
vouchers = Count(
    "funds.vouchers",
    _("记账凭证"),
    unit=_("张"),
    rows=totals.vouchers,
    table=tables.VoucherTable,
    definition=_("期间内的记账凭证，冲销凭证也计。"),
)
audits = Count(
    "funds.audits",
    _("经费审查"),
    unit=_("次"),
    rows=totals.audits,
    table=tables.AuditTable,
    definition=_("期间内出具审查意见的经费审查，每次计一次。"),
)
findings = Count(
    "funds.findings",
    _("审查发现问题"),
    unit=pgettext_lazy("funds", "个"),
    rows=totals.findings,
    table=tables.FindingTable,
    definition=_("期间内出具意见的审查所发现的问题。"),
)
put_right = Count(
    "funds.findings_closed",
    _("整改销号问题"),
    unit=pgettext_lazy("funds", "个"),
    rows=totals.put_right,
    table=tables.FindingTable,
    definition=_("其中经审确认整改、销号的问题。"),
)
rectified = Share(
    "funds.rectified",
    _("审查问题整改率"),
    part=put_right,
    whole=findings,
    definition=_("整改销号的问题与发现的问题之比。"),
)
disclosures = Count(
    "funds.disclosures",
    _("经费收支公布"),
    unit=_("次"),
    rows=totals.disclosures,
    table=tables.DisclosureTable,
    definition=_("期间内向会员公布季度经费收支的次数。"),
)
