"""What activities can be counted, each count with its rows. Five things are never mixed: who signed up, who came,
person-times, people, and items (ACT-02)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.activities import selectors, tables
from unionhall.activities.kinds import Audience, Kind, Level, Occasion, Theme
from unionhall.activities.models import Activity, ExternalTeam, Series
from unionhall.figures.kinds import Count, Distinct, Share, Sum
from unionhall.figures.registry import FilterBy, of_record, once

BY = {
    "activity": of_record(_("活动"), Activity, before=once),
    "kind": FilterBy(_("类别"), dict(Kind.choices).get),
    "occasion": FilterBy(_("节日"), dict(Occasion.choices).get),
    "theme": FilterBy(_("主题"), dict(Theme.choices).get),
    "series": of_record(_("系列活动"), Series),
    "audience": FilterBy(_("面向"), dict(Audience.choices).get),
    "level": FilterBy(_("级别"), dict(Level.choices).get),
}
BY_TEAM = {
    "team": of_record(_("外出活动"), ExternalTeam, before=once),
    "kind": BY["kind"],
    "level": BY["level"],
}

held = Count(
    "activities.held",
    _("举办活动"),
    unit=_("场"),
    rows=selectors.held,
    filters=BY,
    table=tables.HeldTable,
    definition=_("期间内举办并已确认的活动，每场计一次，以举办日期为准。"),
)
items = Count(
    "activities.items",
    _("活动项目"),
    unit=pgettext_lazy("activities", "个"),
    rows=selectors.items,
    filters=BY,
    table=tables.ItemTable,
    definition=_("期间内举办的活动所设的项目；不分项目的活动不计。"),
)
signed = Distinct(
    "activities.signed_up",
    _("报名人数"),
    of=Count(
        "activities.signed_up_entries",
        _("报名人次"),
        unit=_("人次"),
        rows=selectors.signed_up,
        filters=BY,
        table=tables.EntryTable,
        definition=_("期间内举办的活动中取得名额的报名，每人每项计一次，候补和退出不计。"),
    ),
    by="person",
    unit=_("人"),
    definition=_("期间内举办的活动中取得名额的人，同一人只计一次。"),
)
came = Distinct(
    "activities.came",
    _("实到人数"),
    of=Count(
        "activities.attendances",
        _("签到次数"),
        unit=_("次"),
        rows=selectors.door,
        filters=BY,
        table=tables.AttendanceTable,
        definition=_("期间内举办的活动的签到，每人每场计一次，工作人员、裁判和观众不计。"),
    ),
    by="person",
    unit=_("人"),
    definition=_("期间内签到参加活动的人，同一人只计一次。"),
)
entries = Count(
    "activities.entries",
    _("参加人次"),
    unit=_("人次"),
    rows=selectors.took_part,
    filters=BY,
    table=tables.EntryTable,
    definition=_("期间内举办的活动中，每人每参加一个项目计一人次（ACT-02）。"),
)
people = Distinct(
    "activities.people",
    _("参加人数"),
    unit=_("人"),
    of=entries,
    by="person",
    definition=_("期间内参加过活动的人，同一人只计一次。"),
)
women = Distinct(
    "activities.women",
    _("参加活动的女职工"),
    unit=_("人"),
    of=entries,
    by="person",
    rows=selectors.women,
    definition=_("期间内参加过活动的女职工，同一人只计一次。"),
)
turnout = Share(
    "activities.turnout",
    _("会员参与率"),
    part=people,
    whole="people.members",
    definition=_("期间内参加过活动的人数，与期末会员数之比。"),
)
departments = Distinct(
    "activities.departments",
    _("参加活动的科室"),
    unit=_("个科室"),
    of=entries,
    by="person__department",
    definition=_("期间内有人参加活动的科室，同一科室只计一次。"),
)
prizes = Sum(
    "activities.prizes",
    _("发放奖品"),
    unit=pgettext_lazy("activities", "个"),
    rows=selectors.issued,
    of="quantity",
    filters=BY,
    table=tables.IssueTable,
    definition=_("期间内举办的活动发出的奖品件数，含纪念品。"),
)
awarded = Distinct(
    "activities.awarded",
    _("获奖人数"),
    unit=_("人"),
    by="person",
    of=prizes,
    table=tables.IssueTable,
    rows=selectors.awards,
    definition=_("期间内举办的活动中获得奖品的人，同一人只计一次，纪念品不计。"),
)
cost = Sum(
    "activities.cost",
    _("活动支出"),
    unit=_("元"),
    rows=selectors.held,
    of="cost",
    filters=BY,
    table=tables.HeldTable,
    definition=_("期间内举办并已归档的活动的决算支出。"),
)
partners = Distinct(
    "activities.partners",
    _("合作单位"),
    unit=_("家"),
    by="name",
    of=Count(
        "activities.partnerships",
        _("合作次数"),
        unit=_("次"),
        rows=selectors.partners,
        filters=BY,
        table=tables.PartnerTable,
        definition=_("期间内举办的活动的合作单位，每场每家计一次。"),
    ),
    definition=_("期间内合作举办活动的单位，同一单位只计一次。"),
)
trainings = Count(
    "activities.trainings",
    _("举办培训"),
    unit=_("场"),
    rows=selectors.trainings,
    filters=BY,
    table=tables.HeldTable,
    definition=_("期间内举办并登记学时的培训和讲座。"),
)
hours = Sum(
    "activities.training_hours",
    _("培训学时"),
    unit=_("学时"),
    rows=selectors.trainings,
    of="training__hours",
    filters=BY,
    table=tables.HeldTable,
    definition=_("期间内各场培训的学时之和。"),
)
certificates = Count(
    "activities.certificates",
    _("培训证书"),
    unit=_("本"),
    rows=selectors.certificates,
    filters=BY,
    table=tables.CertificateTable,
    definition=_("期间内举办的培训发出的证书。"),
)
size_rank = Count(
    "activities.size_rank",
    _("规模位次"),
    unit=_("位"),
    rows=selectors.at_least_as_large,
    filters={"activity": BY["activity"]},
    table=tables.HeldTable,
    definition=_("有记录以来至期末，参加人数不少于这项活动的活动场数（含本场）；1即规模最大。"),
)
outside = Count(
    "activities.outside_events",
    _("外出参加活动"),
    unit=pgettext_lazy("activities", "项"),
    rows=selectors.outside,
    filters=BY_TEAM,
    table=tables.ExternalHere,
    definition=_("期间内派人参加的由其他单位举办的活动。"),
)
outside_people = Distinct(
    "activities.outside_people",
    _("外出参加人数"),
    unit=_("人"),
    by="person",
    of=Count(
        "activities.outside_entries",
        _("外出参加人次"),
        unit=_("人次"),
        rows=selectors.outside_people,
        filters=BY_TEAM,
        table=tables.MemberTable,
        definition=_("期间内外出参加活动的人，每人每项活动计一次。"),
    ),
    definition=_("期间内外出参加活动的人，同一人只计一次。"),
)
outside_women = Distinct(
    "activities.outside_women",
    _("外出参加的女职工"),
    unit=_("人"),
    by="person",
    of=outside_people,
    rows=selectors.outside_women,
    definition=_("期间内外出参加活动的女职工，同一人只计一次。"),
)
placings = Count(
    "activities.outside_placings",
    _("外出比赛名次"),
    unit=pgettext_lazy("activities", "项"),
    rows=selectors.placings,
    filters=BY_TEAM,
    table=tables.PlacingTable,
    definition=_("期间内外出比赛取得的名次。"),
)
