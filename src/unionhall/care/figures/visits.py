"""What visits, events and gifts can be counted: person-times and persons, cash and goods, due and done, never mixed."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.care.kinds.words import Festival, Level, Occasion, Side, Source
from unionhall.care.models import Issue
from unionhall.care.selectors import attesting
from unionhall.care.selectors import visit_totals as rows
from unionhall.care.tables import issues as issue_tables
from unionhall.care.tables import visits as tables
from unionhall.care.tables.attesting import WORDS
from unionhall.figures.kinds import Count, Distinct, Median, Share, Sum
from unionhall.figures.registry import FilterBy, of_record, once
from unionhall.people.models import Department

OCCASION = FilterBy(_("事由"), dict(Occasion.choices).get)
FESTIVAL = FilterBy(_("节日"), dict(Festival.choices).get)
SOURCE = FilterBy(_("资金来源"), dict(Source.choices).get)
LEVEL = FilterBy(_("走访层级"), dict(Level.choices).get)
BY_VISIT = {"occasion": OCCASION, "festival": FESTIVAL, "source": SOURCE, "level": LEVEL}
BY_TASK = {"occasion": OCCASION, "level": LEVEL}
BY_ISSUE = {
    "festival": FESTIVAL,
    "source": SOURCE,
    "issue": of_record(_("福利"), Issue, before=once),
}

events = Count(
    "care.events",
    _("职工事件"),
    unit=pgettext_lazy("care", "件"),
    rows=rows.events,
    filters={
        "occasion": OCCASION,
        "department": of_record(_("科室"), Department),
    },
    table=tables.EVENTS_HERE,
    definition=_("期间内发生并登记的职工事件，不属实或重复的不计；生日和退休在花名册中，不重复计。"),
)
visits = Count(
    "care.visits",
    _("走访慰问"),
    unit=_("人次"),
    rows=rows.visits,
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内两人以上走访职工的次数，看望一人计一人次，作废的不计。"),
)
people = Distinct(
    "care.visited_people",
    _("走访慰问人数"),
    unit=_("人"),
    of=visits,
    by="person",
    definition=_("期间内走访过的职工，同一人只计一次。"),
)
months = Distinct(
    "care.visit_months",
    _("有走访的月份"),
    unit=_("个月"),
    of=visits,
    by="month",
    rows=rows.by_month,
    definition=_("期间内走访过职工的月份，一个月只计一次。"),
)
cash = Sum(
    "care.visit_cash",
    _("走访慰问金"),
    unit=_("元"),
    rows=rows.visits,
    of="cash",
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内走访送出的慰问金之和，不含慰问品。"),
)
goods = Sum(
    "care.visit_goods",
    _("走访慰问品价值"),
    unit=_("元"),
    rows=rows.visits,
    of="goods",
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内走访送出的慰问品价值之和，不含慰问金。"),
)
retiree_visits = Count(
    "care.retiree_visits",
    _("走访离退休职工"),
    unit=_("人次"),
    rows=rows.to_retirees,
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内走访离退休职工的次数，看望一人计一人次。"),
)
retirees = Distinct(
    "care.visited_retirees",
    _("走访离退休职工人数"),
    unit=_("人"),
    of=retiree_visits,
    by="person",
    definition=_("期间内走访过的离退休职工，同一人只计一次。"),
)
retiree_cash = Sum(
    "care.retiree_cash",
    _("离退休职工补助金"),
    unit=_("元"),
    rows=rows.to_retirees,
    of="cash",
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内走访离退休职工送出的补助金之和，由离退休经费列支（CARE-14）。"),
)
retiree_goods = Sum(
    "care.retiree_goods",
    _("离退休职工慰问品价值"),
    unit=_("元"),
    rows=rows.to_retirees,
    of="goods",
    filters=BY_VISIT,
    table=tables.VISITS_HERE,
    definition=_("期间内走访离退休职工送出的慰问品价值之和，由离退休经费列支（CARE-14）。"),
)
visitors = Count(
    "care.visitors",
    _("走访人次（走访方）"),
    unit=_("人次"),
    rows=rows.visitors,
    filters={"side": FilterBy(pgettext_lazy("care", "代表"), dict(Side.choices).get)},
    table=tables.VISITOR_ROWS,
    definition=_("期间内参加走访的人次，可按院党政领导、院工会、分工会、职能处室分。"),
)
due = Count(
    "care.visits_due",
    _("应走访"),
    unit=pgettext_lazy("care", "件"),
    rows=rows.due,
    filters=BY_TASK,
    table=tables.TASKS,
    definition=_("走访期限在期间内的必访事项，期限还没到、也没有走访的不计，注明理由不必走访的不计。"),
)
done = Count(
    "care.visits_done",
    _("已走访"),
    unit=pgettext_lazy("care", "件"),
    rows=rows.done,
    filters=BY_TASK,
    table=tables.TASKS,
    definition=_("走访期限在期间内的必访事项中已经走访的。"),
)
in_time = Count(
    "care.visits_in_time",
    _("按期走访"),
    unit=pgettext_lazy("care", "件"),
    rows=rows.in_time,
    filters=BY_TASK,
    table=tables.TASKS,
    definition=_("走访期限在期间内的必访事项中在期限内走访的。"),
)
must_rate = Share(
    "care.visit_rate",
    _("必访率"),
    part=done,
    whole=due,
    definition=_("已走访的必访事项与应走访的必访事项之比。"),
)
time_rate = Share(
    "care.in_time_rate",
    _("及时率"),
    part=in_time,
    whole=due,
    definition=_("在期限内走访的必访事项与应走访的必访事项之比。"),
)
days_to_visit = Median(
    "care.days_to_visit",
    _("走访用时（中位数）"),
    unit=_("天"),
    rows=rows.visited_after_events,
    between=("event__happened_on", "visited_on"),
    filters=BY_TASK,
    table=tables.TASKS,
    definition=_("期间内走访的职工事件，从事情发生到走访相隔天数的中位数；生日和退休不计。"),
)
unconfirmed = Count(
    "care.unconfirmed",
    _("待第二人确认"),
    unit=pgettext_lazy("care", "件"),
    rows=attesting.unconfirmed,
    table=WORDS,
    definition=_("期间内的走访、清点现金和交付物品，登记的另一人还没有确认的；一人一件计一件，作废和冲销的不计。"),
)
promises = Count(
    "care.promises",
    _("走访承诺事项"),
    unit=_("项"),
    rows=rows.promises,
    table=tables.PROMISES,
    definition=_("期间内走访时答应职工办理的事项。"),
)
gifts = Count(
    "care.gifts",
    _("发放福利"),
    unit=pgettext_lazy("care", "份"),
    rows=rows.gifts,
    filters=BY_ISSUE,
    table=issue_tables.SHARES_HERE,
    definition=_("期间内领取并签收的节日福利，每人每次一份。"),
)
gift_people = Distinct(
    "care.gift_people",
    _("领取福利人数"),
    unit=_("人"),
    of=gifts,
    by="person",
    definition=_("期间内领取过节日福利的人，同一人只计一次。"),
)
gift_value = Sum(
    "care.gift_value",
    _("福利价值"),
    unit=_("元"),
    rows=rows.gifts,
    of="value",
    filters=BY_ISSUE,
    table=issue_tables.SHARES_HERE,
    definition=_("期间内领取并签收的节日福利的价值之和，均为实物。"),
)
entitled = Count(
    "care.gifts_entitled",
    _("应领福利"),
    unit=pgettext_lazy("care", "份"),
    rows=rows.entitled,
    filters=BY_ISSUE,
    table=issue_tables.SHARES_HERE,
    definition=_("名单日期在期间内的福利发放中应领的份数。"),
)
standards = Count(
    "care.standards",
    _("现行慰问标准"),
    unit=_("项"),
    rows=rows.standards,
    table=tables.STANDARDS,
    definition=_("期末现行的慰问标准，省级和本会的各计一项。"),
)
