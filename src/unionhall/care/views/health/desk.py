"""Health checks at the desk: the rounds, and everybody on their lists."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import django_filters
from django.db.models import QuerySet, Sum
from django.http import Http404, HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.exchange.checks import CheckImporter
from unionhall.care.flow.health import ROUNDS, CheckState, RoundState
from unionhall.care.forms import health as forms
from unionhall.care.models import Check, CheckDay, CheckRound
from unionhall.care.permissions import runs_health
from unionhall.care.selectors import health as selectors
from unionhall.care.services import health
from unionhall.care.tables import health as tables
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.imports import ImportPages
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.people.filters import PersonFilter


class RoundFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=RoundState.choices, label=_("状态"))


class CheckFilters(django_filters.FilterSet):
    q = PersonFilter()
    round = django_filters.ModelChoiceFilter(queryset=lambda request: CheckRound.objects.all(), label=_("体检"))
    state = django_filters.ChoiceFilter(choices=CheckState.choices, label=_("状态"))
    on = django_filters.DateFilter("day__day", label=_("预约日期"))


def progress(request: HttpRequest, round: CheckRound) -> dict[str, Any]:
    """How far the round is, each number with its list."""
    return {"counts": selectors.progress(round), "url": on_list(round)}


def on_list(round: CheckRound, **more: Any) -> str:
    """The list of a round, narrowed."""
    return f"{check_pages.url('list')}?{urlencode({'round': round.pk} | more)}"


def of_day(day: CheckDay) -> str:
    """Who booked a day."""
    return on_list(day.round, on=day.day)


def invited(round: CheckRound) -> str:
    """How many the list will have, and for how many there is a day."""
    people, quota = health.entitled(round).count(), round.days.aggregate(sum=Sum("quota"))["sum"] or 0
    text = gettext("按名单基准日的花名册，%(people)s人列入名单；各天名额合计%(quota)s人。开放后本人在手机上预约。")
    return text % {"people": people, "quota": quota}


def closed(check: Check, user: Any) -> str | None:
    """Why nothing can be changed of somebody's appointment, or None."""
    if check.state == CheckState.EXAMINED:
        return gettext("已经体检过。")
    return None if check.round.state == RoundState.OPEN else gettext("这一轮体检没有开放预约。")


def listed(round: CheckRound, user: Any) -> QuerySet[Check]:
    """Who is on the list."""
    return Check.objects.visible_to(user).filter(round=round).order_by("person__staff_no")


def importer(user: Any, pk: UUID) -> CheckImporter:
    """For a round that is open."""
    found = CheckRound.objects.visible_to(user).filter(pk=pk).first()
    if found is None:
        raise Http404
    ROUNDS.check(found, "mark", by=user)
    return CheckImporter(found)


round_pages = Pages(
    name="care.health",
    path="office/care/health",
    model=CheckRound,
    rows=selectors.rows,
    may_list=runs_health,
    flow=ROUNDS,
    filters=RoundFilters,
    table=tables.RoundTable,
    title=_("职工体检"),
    about=_("每年的职工体检：按名单预约、登记到检，不登记任何体检结果。"),
    verbs={
        "draft": Verb(forms.RoundForm, health.draft, label=_("新建体检"), who=runs_health, creates=True),
        "amend": Verb(forms.RoundForm, health.amend),
        "add_day": Verb(forms.DayForm, health.add_day),
        "change_day": Verb(forms.ChangeDayForm, health.change_day),
        "open": Verb(None, health.open_round, about=invited),
        "mark": Verb(
            forms.MarkForm, health.mark, about=_("只登记是否到检，不登记任何结果（个人信息保护法第二十八条）。")
        ),
        "close": Verb(None, health.close),
        "cancel": Verb(ReasonForm, health.cancel, danger=True, about=_("已预约的人会收到通知。")),
    },
    doors=[Entry(_("体检名单"), "care.checks.list", runs_health)],
    panels=[
        Panel("care/health/progress.html", progress),
        Facts("whom", "place", "listed_on", "begins_on", "ends_on"),
        Related("days", _("体检日"), tables.DayTable, link=of_day),
        Related(listed, _("名单"), tables.CheckTable, link=lambda check: check_pages.url("detail", check)),
        History(),
    ],
)
check_pages = Pages(
    name="care.checks",
    path="office/care/checks",
    model=Check,
    rows=selectors.checks,
    may_list=runs_health,
    filters=CheckFilters,
    table=tables.CheckTable,
    title=_("体检名单"),
    about=_("每轮体检的名单、预约和到检；不登记任何体检结果。"),
    verbs={
        "book": Verb(
            forms.BookForm,
            health.book,
            label=_("代为预约"),
            who=runs_health,
            why=closed,
            about=_("本人不便在手机上预约的，由办公室代为预约或改期。"),
        ),
        "decline": Verb(None, health.decline, label=_("登记放弃"), who=runs_health, why=closed),
    },
    panels=[Facts(Column("round.title", _("体检")), "state", Column("day.day", _("预约日期")), "came_on"), History()],
)
check_import = ImportPages(
    name="care.health.import",
    path="office/care/health/<uuid:pk>/import",
    who=runs_health,
    done="care.health.detail",
    importer=importer,
)
