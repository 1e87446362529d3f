"""What drives, aid, hardship, health checks, recuperation and cover can be counted as.

Numbers of households are for those alone who may know the files; what a report says of them goes through `Told`, which has
no value where so few are counted that one could guess who (PRI-06).
"""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.care.kinds.aid import AidKind, Plan
from unionhall.care.kinds.drive import Goal
from unionhall.care.kinds.hardship import Grade
from unionhall.care.models import Aid, CheckRound, Drive
from unionhall.care.permissions import sees_hardship
from unionhall.care.selectors import aid_totals as selectors
from unionhall.care.tables import aid as aid_tables
from unionhall.care.tables import drive as drive_tables
from unionhall.care.tables import hardship as hardship_tables
from unionhall.care.tables import health as health_tables
from unionhall.figures.kinds import Count, Distinct, Median, Share, Sum
from unionhall.figures.readings import Evidence, Value
from unionhall.figures.registry import FilterBy, of_record, once
from unionhall.figures.scope import Scope

BY_DRIVE = {"drive": of_record(_("募捐"), Drive, before=once)}
BY_AID = {
    "aid": of_record(_("救助"), Aid, before=once),
    "kind": FilterBy(_("类别"), dict(AidKind.choices).get),
}
BY_GRADE = {"grade": FilterBy(_("困难类别"), dict(Grade.choices).get)}
BY_ROUND = {"round": of_record(_("体检"), CheckRound, before=once)}
BY_PLAN = {"plan": FilterBy(_("险种"), dict(Plan.choices).get)}


class Told(Distinct):
    """Households as a report may tell them: without value and rows where they are few."""

    def rows(self, scope: Scope) -> QuerySet[Any]:
        rows = super().rows(scope)
        return rows.none() if self._is_few(scope) else rows

    def value(self, scope: Scope) -> Value:
        return None if self._is_few(scope) else super().value(scope)

    def evidence(self, scope: Scope) -> Evidence:
        return Evidence(None, []) if self._is_few(scope) else super().evidence(scope)

    def _is_few(self, scope: Scope) -> bool:
        return selectors.few(super().rows(scope).values(self.by).distinct().count(), scope)


drives = Count(
    "care.drives",
    _("院内募捐"),
    unit=_("次"),
    rows=selectors.drives,
    filters=BY_DRIVE,
    table=drive_tables.DriveFigureTable,
    definition=_("期间内开始的院内职工互助募捐，已取消的不计。"),
)
donated = Sum(
    "care.donated",
    _("募得捐款"),
    unit=_("元"),
    rows=selectors.gifts,
    of="amount",
    filters=BY_DRIVE,
    table=drive_tables.GiftFigureTable,
    definition=_("期间内收到的捐款，现金和转账合计，冲销的已扣除，捐赠物品不计。"),
)
donations = Count(
    "care.donations",
    _("捐款笔数"),
    unit=pgettext_lazy("care", "笔"),
    rows=selectors.standing_gifts,
    filters=BY_DRIVE,
    table=drive_tables.GiftFigureTable,
    definition=_("期间内收到的捐款笔数，冲销的不计。"),
)
pieces = Sum(
    "care.donated_pieces",
    _("捐赠物品"),
    unit=pgettext_lazy("goods", "件"),
    rows=selectors.goods,
    of="pieces",
    filters=BY_DRIVE,
    table=drive_tables.GoodsTable,
    definition=_("期间内收到的捐赠物品件数，不折算金额。"),
)
drive_paid = Sum(
    "care.drive_paid",
    _("支付捐款"),
    unit=_("元"),
    rows=selectors.drive_payments,
    of="amount",
    filters=BY_DRIVE | {"goal": FilterBy(_("用途"), dict(Goal.choices).get)},
    table=drive_tables.PaymentFigureTable,
    definition=_("期间内从募捐中支付的款项。"),
)
drive_left = Sum(
    "care.drive_left",
    _("捐款结余"),
    unit=_("元"),
    rows=selectors.drives,
    of="balance",
    filters=BY_DRIVE,
    table=drive_tables.DriveFigureTable,
    definition=_("期间内开始的募捐现在的结余：收到的减去支付的。"),
)
aid_cash = Sum(
    "care.aid_cash",
    _("发放救助金"),
    unit=_("元"),
    rows=selectors.aid,
    of="cash",
    filters=BY_AID,
    table=aid_tables.AidFigureTable,
    definition=_("期间内发放的困难补助、救助和助学金，慰问品不计。"),
)
aid_goods = Sum(
    "care.aid_goods",
    _("救助物品价值"),
    unit=_("元"),
    rows=selectors.aid,
    of="goods_worth",
    filters=BY_AID,
    table=aid_tables.AidFigureTable,
    definition=_("期间内作为救助发放的物品价值，与救助金分开计算。"),
)
aid_times = Count(
    "care.aid_times",
    _("救助人次"),
    unit=_("人次"),
    rows=selectors.aid,
    filters=BY_AID,
    table=aid_tables.AidFigureTable,
    definition=_("期间内发放的救助，每笔计一人次。"),
)
aid_people = Distinct(
    "care.aid_people",
    _("救助人数"),
    unit=_("人"),
    of=aid_times,
    by="person",
    definition=_("期间内得到救助的人，同一人只计一次。"),
)
days_to_aid = Median(
    "care.days_to_aid",
    _("救助用时（中位数）"),
    unit=_("天"),
    rows=selectors.rescues,
    between=("event_on", "paid_on"),
    filters=BY_AID,
    table=aid_tables.AidFigureTable,
    definition=_("期间内发放的一次性救助，从事情发生到发放相隔天数的中位数。"),
)
households = Count(
    "care.households",
    _("在档困难职工（内部）"),
    unit=_("户"),
    rows=selectors.households,
    filters=BY_GRADE,
    table=hardship_tables.FigureTable,
    who=sees_hardship,
    definition=_("期末在档的困难职工家庭，一户计一次；只有能看档案的人可以看到。"),
)
households_told = Told(
    "care.households_told",
    _("在档困难职工"),
    unit=_("户"),
    of=households,
    by="pk",
    definition=_("期末在档的困难职工家庭；户数少于规则参数规定的下限时不显示。"),
)
households_lifted = Told(
    "care.households_lifted",
    _("脱困职工"),
    unit=_("户"),
    of=households,
    by="pk",
    rows=selectors.lifted,
    filters={},
    definition=_("期间内脱困退出的困难职工家庭；户数少于规则参数规定的下限时不显示。"),
)
households_visited = Told(
    "care.households_visited",
    _("入户走访困难职工"),
    unit=_("户"),
    of=households,
    by="file",
    rows=selectors.home_visits,
    filters={},
    table=hardship_tables.VisitFigureTable,
    definition=_("期间内两人以上入户走访过的困难职工家庭；户数少于规则参数规定的下限时不显示。"),
)
rounds = Count(
    "care.check_rounds",
    _("职工体检轮次"),
    unit=_("次"),
    rows=selectors.rounds,
    filters=BY_ROUND,
    table=health_tables.RoundFigureTable,
    definition=_("期间内开始的职工体检。"),
)
eligible = Count(
    "care.check_eligible",
    _("应检人数"),
    unit=_("人"),
    rows=selectors.listed,
    filters=BY_ROUND,
    table=health_tables.CheckFigureTable,
    definition=_("期间内开始的职工体检名单上的人，每轮每人计一次。"),
)
examined = Count(
    "care.check_examined",
    _("已检人数"),
    unit=_("人"),
    rows=selectors.examined,
    filters=BY_ROUND,
    table=health_tables.CheckFigureTable,
    definition=_("期间内开始的职工体检中到检的人，每轮每人计一次；不保存体检结果。"),
)
declined = Count(
    "care.check_declined",
    _("放弃体检人数"),
    unit=_("人"),
    rows=selectors.declined,
    filters=BY_ROUND,
    table=health_tables.CheckFigureTable,
    definition=_("期间内开始的职工体检中本人登记放弃的人。"),
)
examined_share = Share(
    "care.check_share",
    _("体检率"),
    part=examined,
    whole=eligible,
    definition=_("已检人数与应检人数之比。"),
)
batches = Count(
    "care.rest_batches",
    _("疗休养批次"),
    unit=_("批"),
    rows=selectors.batches,
    table=health_tables.BatchFigureTable,
    definition=_("期间内出发并已完成的疗休养。"),
)
rested = Count(
    "care.rest_people",
    _("疗休养人次"),
    unit=_("人次"),
    rows=selectors.rested,
    table=health_tables.CandidateFigureTable,
    definition=_("期间内出发并已完成的疗休养的参加人员，每批每人计一次。"),
)
covered = Distinct(
    "care.cover_people",
    _("互助保障人数"),
    unit=_("人"),
    by="person",
    of=Count(
        "care.covers",
        _("互助保障份数"),
        unit=pgettext_lazy("care", "份"),
        rows=selectors.covers,
        filters=BY_PLAN,
        table=aid_tables.CoverTable,
        definition=_("期末有效的互助保障，每人每险种计一份。"),
    ),
    definition=_("期末有互助保障的人，同一人只计一次。"),
)
cover_paid = Sum(
    "care.cover_paid",
    _("互助保障给付"),
    unit=_("元"),
    rows=selectors.claims_paid,
    of="paid",
    filters=BY_PLAN,
    table=aid_tables.ClaimFigureTable,
    definition=_("期间内互助保障组织给付参保人的金额，不经过工会账户。"),
)
