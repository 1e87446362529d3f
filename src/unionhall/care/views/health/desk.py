"""Health checks and recuperation at the desk."""

from typing import Any
from uuid import UUID

import django_filters
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.care.exchange.checks import CheckImporter
from unionhall.care.flow.health import ROUNDS, BatchState, RoundState
from unionhall.care.flow.rest import REST
from unionhall.care.forms import health as forms
from unionhall.care.models import Check, CheckRound, RestBatch
from unionhall.care.permissions import recommends_rest, runs_health, runs_rest
from unionhall.care.selectors import health as selectors
from unionhall.care.services import health, rest
from unionhall.care.tables import health as tables
from unionhall.funds.models import SpendingRequest
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.imports import ImportPages
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.people.models import Person


class RoundFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=RoundState.choices, label=_("状态"))


class BatchFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=BatchState.choices, label=_("状态"))


def progress(request: HttpRequest, round: CheckRound) -> dict[str, Any]:
    """How far the round is."""
    return {"counts": selectors.progress(round)}


def listed(round: CheckRound, user: Any) -> QuerySet[Check]:
    """Who is on the list."""
    return Check.objects.visible_to(user).filter(round=round).order_by("person__staff_no")


@transaction.atomic
def recommend(batch: RestBatch, *, by: User, merits: list[tuple[Person, str]]) -> None:
    """Each with the words of their own."""
    for person, merit in merits:
        rest.recommend(batch, by=by, people=[person], merit=merit)


def movements(request: HttpRequest, batch: RestBatch) -> dict[str, Any]:
    """How what it costs reaches the book."""
    return {"requests": SpendingRequest.objects.visible_to(request.user).about(batch)}


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
        "open": Verb(None, health.open_round, about=_("按名单基准日的花名册生成名单，并开放预约。")),
        "mark": Verb(
            forms.MarkForm, health.mark, about=_("只登记是否到检，不登记任何结果（个人信息保护法第二十八条）。")
        ),
        "close": Verb(None, health.close),
        "cancel": Verb(ReasonForm, health.cancel, danger=True, about=_("已预约的人会收到通知。")),
    },
    panels=[
        Panel("care/health/progress.html", progress),
        Facts("whom", "place", "listed_on", "begins_on", "ends_on"),
        Related("days", _("体检日"), tables.DayTable),
        Related(listed, _("名单"), tables.CheckTable),
        History(),
    ],
)
check_import = ImportPages(
    name="care.health.import",
    path="office/care/health/<uuid:pk>/import",
    who=runs_health,
    done="care.health.detail",
    importer=importer,
)
rest_pages = Pages(
    name="care.rest",
    path="office/care/rest",
    model=RestBatch,
    rows=lambda user: RestBatch.objects.visible_to(user),
    may_list=recommends_rest,
    flow=REST,
    filters=BatchFilters,
    table=tables.BatchTable,
    title=_("疗休养"),
    about=_("疗休养按条件推荐、选定、公示后成行。"),
    verbs={
        "draft": Verb(forms.BatchForm, rest.draft, label=_("新建疗休养"), who=runs_rest, creates=True),
        "open": Verb(None, rest.open_batch),
        "recommend": Verb(
            forms.RecommendForm, recommend, about=_("分工会主席推荐本分会的会员；再次推荐同一人，以新写的理由为准。")
        ),
        "choose": Verb(forms.ChooseForm, rest.choose),
        "announce": Verb(None, rest.announce, about=_("公示只写姓氏和科室。")),
        "confirm": Verb(None, rest.confirm),
        "ask_funds": Verb(
            forms.RestFundsForm,
            rest.ask_funds,
            about=_("费用付给承办的疗养院或旅行社；名单随申请作为凭证附件，发票请上传到申请。"),
        ),
        "finish": Verb(None, rest.finish),
        "cancel": Verb(ReasonForm, rest.cancel, danger=True),
    },
    panels=[
        Facts("place", "begins_on", "ends_on", "places", "criteria"),
        Panel("care/movements.html", movements),
        Related("candidates", _("人选"), tables.CandidateTable),
        History(),
    ],
)
