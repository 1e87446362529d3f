"""Recuperation at the desk: recommended, chosen, posted, gone."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.care.flow.health import BatchState
from unionhall.care.flow.notice import posted
from unionhall.care.flow.rest import REST
from unionhall.care.forms import health as forms
from unionhall.care.models import Candidate, RestBatch
from unionhall.care.permissions import recommends_rest, runs_rest
from unionhall.care.selectors.rest import put_forward
from unionhall.care.services import rest
from unionhall.care.tables import health as tables
from unionhall.funds.models import SpendingRequest
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.panels import Facts, History, Panel, Related


class BatchFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "icontains", label=_("名称"))
    state = django_filters.ChoiceFilter(choices=BatchState.choices, label=_("状态"))


def movements(request: HttpRequest, batch: RestBatch) -> dict[str, Any]:
    """How what it costs reaches the book."""
    return {"requests": SpendingRequest.objects.visible_to(request.user).about(batch)}


def posting(request: HttpRequest, batch: RestBatch) -> dict[str, Any]:
    """What hangs of it, and what was said against it."""
    notice = posted(batch)
    waiting = notice.objections.filter(answered_at=None).count() if notice else 0
    return {"notice": notice, "objected": notice.objections.count() if notice else 0, "waiting": waiting}


def candidates(batch: RestBatch, user: Any) -> QuerySet[Candidate]:
    """Who is put forward."""
    return put_forward(user).filter(batch=batch)


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
        "amend": Verb(forms.BatchForm, rest.amend),
        "open": Verb(None, rest.open_batch, about=_("各分工会主席会收到通知。")),
        "recommend": Verb(
            forms.RecommendForm,
            rest.recommend,
            about=_("分工会主席推荐本分会的会员；再次推荐同一人，以新写的理由为准。"),
        ),
        "choose": Verb(forms.ChooseForm, rest.choose),
        "announce": Verb(None, rest.announce, about=_("公示只写姓氏和科室；选定的人会收到通知。")),
        "confirm": Verb(None, rest.confirm, about=_("选定的人会收到出发日期和地点。")),
        "ask_funds": Verb(
            forms.RestFundsForm,
            rest.ask_funds,
            about=_("费用付给承办的疗养院或旅行社；名单随申请作为凭证附件，发票请上传到申请。"),
        ),
        "drop_out": Verb(forms.DropOutForm, rest.drop_out, about=_("不再成行的人从名单上去掉，并收到通知。")),
        "choose_again": Verb(
            ReasonForm,
            rest.choose_again,
            danger=True,
            about=_("撤下现在的公示，回到推荐；重新选定后再公示（CARE-20）。"),
        ),
        "finish": Verb(None, rest.finish),
        "cancel": Verb(ReasonForm, rest.cancel, danger=True, about=_("公示过的人会收到通知。")),
    },
    panels=[
        Facts("place", "begins_on", "ends_on", "places", "criteria"),
        Panel("care/health/posting.html", posting, who=runs_rest),
        Panel("care/movements.html", movements),
        Related(candidates, _("人选"), tables.CandidateTable),
        History(),
    ],
)
