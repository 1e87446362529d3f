"""The desk's pages of activities and of what our people go to elsewhere."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.accounts.models import User
from unionhall.activities import forms, services, tables
from unionhall.activities.filters import ActivityFilters, ExternalFilters
from unionhall.activities.flow import FLOW, State
from unionhall.activities.models import Activity, ExternalMember, ExternalTeam, Item, Prize
from unionhall.activities.permissions import in_women_committee, may_draft, may_list, runs, sees_persons
from unionhall.activities.selectors import rows
from unionhall.activities.services.awards import Winner, issue_prizes
from unionhall.activities.views import panels
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.people.models import Person

SIGNED_BY_RULE = _("奖励面不超过参加人数的三分之二（规则库“活动奖励面上限”，ACT-03）；纪念品不计。")


def enter_list(activity: Activity, *, by: User, item: Item, people: Sequence[Person], team: str) -> None:
    """The verb as a page of the activity takes it."""
    services.enter_list(item, by=by, people=people, team=team if item.is_team else "")


def issue_prize(
    activity: Activity, *, by: User, prize: Prize, people: Sequence[Person], quantity: int, award: str
) -> None:
    """The same prize to everybody on a list."""
    issue_prizes(prize, by=by, winners=[Winner(person, quantity, award=award) for person in people])


def turn(activity: Activity) -> Any:
    """Whose turn it is."""
    return {
        State.DRAFT: _("等待发布"),
        State.OPEN: _("报名中"),
        State.CLOSED: _("等待举办"),
        State.HELD: _("等待归档"),
    }.get(State(activity.state))


activity_pages = Pages(
    name="activities",
    path="office/activities",
    model=Activity,
    rows=rows,
    may_list=may_list,
    flow=FLOW,
    filters=ActivityFilters,
    table=tables.ActivityTable,
    title=_("活动"),
    turn=turn,
    about=_("运动会、比赛、培训、讲座等活动都记在这里：从方案、报名、签到、成绩、发奖到归档。"),
    verbs={
        "draft": Verb(forms.DraftForm, services.draft, label=_("新建活动"), who=may_draft, creates=True),
        "publish": Verb(
            None, services.publish, about=_("发布后会员即可报名。占用工作时间的须先征得单位同意（工会法第四十一条）。")
        ),
        "hold": Verb(None, services.hold, about=_("确认后不再接受报名，仍可补录名单和成绩。")),
        "finish": Verb(
            forms.FinishForm,
            services.finish,
            about=_("归档要求：每个项目都有人参加，奖品全部签领，有500字以内小结（ACT-05）。归档后不再修改。"),
        ),
        "close_signup": Verb(None, services.close_signup),
        "reopen": Verb(forms.ReasonForm, services.reopen),
        "amend": Verb(forms.AmendForm, services.amend),
        "add_item": Verb(forms.ItemForm, services.add_item),
        "resize": Verb(
            forms.ResizeForm, services.resize, about=_("名额不能少于已占的；增加的名额由候补的人依次递补。")
        ),
        "set_quota": Verb(forms.QuotaForm, services.set_quota, about=_("分会的名额在该分会有人报名之前设定。")),
        "drop_item": Verb(forms.DropForm, services.drop_item, danger=True, about=_("只能撤下没有人报名的项目。")),
        "name_organiser": Verb(
            forms.OrganiserForm, services.name_organiser, about=_("组织者可以用手机签到、录成绩、发奖品。")
        ),
        "add_partner": Verb(forms.PartnerForm, services.add_partner),
        "enter_list": Verb(forms.EnterForm, enter_list, about=_("名单全部有效才会保存；已在项目里的人不会重复。")),
        "check_in_sheet": Verb(
            forms.SheetForm, services.check_in_sheet, about=_("到场的人在其报名的每个项目各计一人次（ACT-02）。")
        ),
        "stock_prize": Verb(forms.StockForm, services.stock_prize),
        "award": Verb(forms.AwardForm, services.award, about=SIGNED_BY_RULE),
        "issue_prize": Verb(forms.IssueForm, issue_prize, about=SIGNED_BY_RULE),
        "ask_funds": Verb(
            forms.CostForm,
            services.ask_funds,
            about=panels.money_left,
        ),
        "sign_all": Verb(None, services.sign_all, about=_("纸质签领表已全部签好并收回时办理。")),
        "describe_training": Verb(forms.TrainingForm, services.describe_training),
        "issue_certificates": Verb(forms.CertificatesForm, services.issue_certificates),
        "cancel": Verb(forms.ReasonForm, services.cancel, danger=True, about=_("取消后报名的人会收到通知和理由。")),
    },
    panels=[
        Panel("activities/counts.html", panels.counted),
        Facts(
            "series",
            Column("edition_words", pgettext_lazy("activities", "届次")),
            "kind",
            "occasion",
            "theme",
            "level",
            "held_from",
            "held_to",
            "venue",
            "unit",
            "audience",
            "signup_opens_at",
            "signup_closes_at",
            "items_each",
            "budget",
            "cost",
            "in_working_time",
            "employer_consent",
            "is_outing",
            "safety_plan",
            title=_("基本情况"),
        ),
        Panel("activities/items.html", panels.items),
        Related(panels.teams, _("队伍"), tables.TeamTable),
        Related(panels.entries, _("报名与参加"), tables.EntriesHere),
        Related(panels.attendances, _("签到"), tables.AttendanceTable),
        Related(panels.results, _("成绩"), tables.ResultTable),
        Panel("activities/standings.html", panels.standings),
        Related("prizes", _("奖品"), tables.PrizeTable, who=runs),
        Related("prize_issues", _("奖品签领"), tables.IssueTable),
        Related("partners", _("合作单位"), tables.PartnerTable),
        Panel("activities/costs.html", panels.costs, who=runs),
        Panel("activities/papers.html", panels.papers, who=runs),
        Files(Activity, may_attach=runs, title=_("照片与附件")),
        History(),
    ],
)


def external_rows(user: Any) -> QuerySet[ExternalTeam]:
    """Where our people went, with how many."""
    members = ExternalMember.objects.filter(team=OuterRef("pk")).order_by().values("team")
    return ExternalTeam.objects.visible_to(user).annotate(
        member_count=Coalesce(Subquery(members.annotate(n=Count("pk")).values("n")), 0)
    )


external_pages = Pages(
    name="activities.outside",
    path="office/activities/outside",
    model=ExternalTeam,
    rows=external_rows,
    may_list=may_list,
    filters=ExternalFilters,
    table=tables.ExternalTable,
    title=_("外出参加活动"),
    about=_("我院职工参加其他单位举办的活动记在这里：怎样选拔、代表谁、取得什么成绩。"),
    verbs={
        "register": Verb(
            forms.ExternalForm,
            services.register_external_team,
            label=_("登记外出活动"),
            who=sees_persons | in_women_committee,
            creates=True,
        )
    },
    panels=[
        Facts("kind", "organiser", "level", "represents", "selection", "held_on", "venue", "outcome"),
        Related("members", _("参加人员"), tables.MemberTable),
        Related("placings", _("名次"), tables.PlacingTable),
        History(),
    ],
)
