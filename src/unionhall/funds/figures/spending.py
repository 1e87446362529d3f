"""What the road of money can prove: asked, approved, paid, kept to the budget, dues and contributions, arrears."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.figures.kinds import Count, Share, Sum
from unionhall.figures.registry import FilterBy
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.selectors import spent
from unionhall.funds.tables.budgets import LineTable
from unionhall.funds.tables.dues import ContributionTable, DuesTable
from unionhall.funds.tables.ledger import EntryTable
from unionhall.funds.tables.spending import PaidTable, RequestTable

YUAN = _("元")
BY = {"purpose": FilterBy(_("用途"), dict(Purpose.choices).get)}

requests = Count(
    "funds.requests",
    _("经费申请"),
    unit=pgettext_lazy("funds", "笔"),
    rows=spent.requested,
    filters=BY,
    table=RequestTable,
    definition=_("期间内提交审批的经费申请，撤回的不计。"),
)
requested = Sum(
    "funds.requested",
    pgettext_lazy("funds", "申请经费"),
    unit=YUAN,
    rows=spent.requested,
    of="amount",
    filters=BY,
    table=RequestTable,
    definition=_("期间内提交审批的经费申请金额，物品按价值计，撤回的不计。"),
)
approved = Sum(
    "funds.approved",
    _("批准经费"),
    unit=YUAN,
    rows=spent.approved,
    of="amount",
    filters=BY,
    table=RequestTable,
    definition=_("期间内批准且没有撤回的经费申请金额。"),
)
paid = Sum(
    "funds.paid",
    _("支付经费"),
    unit=YUAN,
    rows=spent.paid,
    of="amount",
    filters=BY,
    table=PaidTable,
    definition=_("期间内出纳付出且没有退回的金额，物品按价值计，含专项资金。"),
)
planned = Sum(
    "funds.planned",
    _("支出预算"),
    unit=YUAN,
    rows=spent.planned,
    of="amount",
    table=LineTable,
    definition=_("期间所在年度已生效预算（含调整）的支出合计。"),
)
executed = Sum(
    "funds.executed",
    _("预算执行"),
    unit=YUAN,
    rows=spent.executed,
    of="amount",
    table=EntryTable,
    definition=_("期间内本会经费记入支出科目的金额，冲销的减去。"),
)
execution = Share(
    "funds.execution",
    _("预算执行率"),
    part=executed,
    whole=planned,
    definition=_("期间内预算执行金额与年度支出预算之比。"),
)
dues_due = Sum(
    "funds.dues_due",
    _("应缴会费"),
    unit=YUAN,
    rows=spent.dues,
    of="due",
    table=DuesTable,
    definition=_("期间内各月会员应缴会费（MEM-09）。"),
)
dues_paid = Sum(
    "funds.dues_paid",
    _("实缴会费"),
    unit=YUAN,
    rows=spent.dues,
    of="paid",
    table=DuesTable,
    definition=_("期间内各月会员已缴会费。"),
)
dues_owed = Sum(
    "funds.dues_owed",
    _("欠缴会费"),
    unit=YUAN,
    rows=spent.dues_owed,
    of="owed_sum",
    table=DuesTable,
    definition=_("期间内各月尚未缴清的会费。"),
)
contributions_due = Sum(
    "funds.contributions_due",
    _("应拨缴经费"),
    unit=YUAN,
    rows=spent.contributions,
    of="due",
    table=ContributionTable,
    definition=_("期间内各月按工资总额百分之二应拨缴的经费（FIN-01）。"),
)
contributions_received = Sum(
    "funds.contributions_received",
    _("拨缴经费到账"),
    unit=YUAN,
    rows=spent.contributions,
    of="received",
    table=ContributionTable,
    definition=_("期间内各月的拨缴经费已经到账的部分。"),
)
contributions_owed = Sum(
    "funds.contributions_owed",
    _("欠拨经费"),
    unit=YUAN,
    rows=spent.contributions_owed,
    of="owed_sum",
    table=ContributionTable,
    definition=_("期间内各月的拨缴经费在期末已过期限而未到账的部分（FIN-03）。"),
)
