"""Aid at the desk: asked for, authorised, and where its money stands."""

from datetime import date
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.audit import services as audit
from unionhall.care.flow.aid import AID, AidState
from unionhall.care.forms import aid as forms
from unionhall.care.kinds.aid import AidKind
from unionhall.care.models import Aid
from unionhall.care.permissions import is_own, is_served, sees_aid
from unionhall.care.selectors.aid_road import stops
from unionhall.care.selectors.had import had, in_words
from unionhall.care.services import aid as services
from unionhall.care.tables import aid as tables
from unionhall.funds.models import SpendingRequest
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm, StepForm
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel
from unionhall.people.filters import PersonFilter


class AidFilters(django_filters.FilterSet):
    q = PersonFilter()
    state = django_filters.ChoiceFilter(choices=AidState.choices, label=_("状态"))
    kind = django_filters.ChoiceFilter(choices=AidKind.choices, label=_("类别"))
    asked_on = django_filters.DateFromToRangeFilter(label=_("申请日期"))


def rows(user: Any) -> QuerySet[Aid]:
    """All grants, for the office."""
    found = Aid.objects.visible_to(user) if sees_aid(user) else Aid.objects.none()
    return found.select_related("person__department", "person__user", "file")


def own(user: Any) -> QuerySet[Aid]:
    """One's own."""
    return Aid.objects.filter(person__user=user.pk).select_related("person__user")


def reason(request: HttpRequest, aid: Aid) -> dict[str, Any]:
    """Why it was asked for, and about which child; the look is logged for the person concerned (PRI-04)."""
    if not is_own(request.user, aid):
        audit.read(aid, by=request.user, what=_("救助申请理由"))
    in_office = sees_aid(request.user)
    asked = SpendingRequest.objects.about(aid).first() if in_office else None
    born = date.fromisoformat(aid.child_born) if aid.child_born else None
    return {"aid": aid, "born": born, "asked": asked, "had": had(aid) if in_office else None}


def road(request: HttpRequest, aid: Aid) -> dict[str, Any]:
    """The steps of a grant, those to come included."""
    return {"stops": stops(aid)}


aid_pages = Pages(
    name="care.aid",
    confidential=True,
    path="office/care/aid",
    model=Aid,
    rows=rows,
    may_list=sees_aid,
    flow=AID,
    filters=AidFilters,
    table=tables.AidTable,
    title=_("帮扶救助"),
    heading=lambda aid: f"{aid.person.name} · {aid.get_kind_display()}",
    about=_("困难补助、一次性救助、医疗救助和助学在这里申请、批准；批准后由出纳支付。"),
    verbs={
        "request": Verb(
            forms.AidForm,
            services.request,
            label=_("登记救助申请"),
            who=sees_aid,
            creates=True,
            about=_("送温暖资金每人次、每人每年有上限（CARE-10）；同一件事不得从两个来源重复发放（CARE-13）。"),
        ),
        "authorise": Verb(None, services.authorise, about=in_words),
        "sign": Verb(None, services.sign, about=_("收到本人签收的单据后登记（CARE-12）。")),
        "refuse": Verb(ReasonForm, services.refuse, danger=True, about=_("理由会告知本人。")),
        "withdraw": Verb(ReasonForm, services.withdraw, danger=True),
    },
    panels=[
        Facts("person", "kind", "source", "event_on", "cash", "goods", "goods_worth", "file", "asked_on",
              "authorised_on", "paid_on", "signed_on"),
        Panel("care/aid/reason.html", reason),
        History(),
    ],
)  # fmt: skip
my_aid_pages = Pages(
    name="my.care.aid",
    confidential=True,
    path="my/care/aid",
    face="my",
    model=Aid,
    rows=own,
    may_list=is_served,
    flow=AID,
    table=tables.MyAidTable,
    title=_("救助申请"),
    about=_("遇到突发困难、大病或子女就学困难，可以在这里申请救助。理由加密保存，谁看过都会告诉您。"),
    verbs={
        "request": Verb(forms.OwnAidForm, services.request, label=_("申请救助"), who=is_served, creates=True),
        "sign": Verb(None, services.sign),
        "withdraw": Verb(StepForm, services.withdraw, danger=True),
    },
    heading=lambda aid: str(aid.get_kind_display()),
    doors=[Entry(_("申请认定困难职工"), "my.care.hardship.list")],
    panels=[
        Panel("care/visits/road.html", road),
        Facts("number", "event_on", "cash"),
        Panel("care/aid/reason.html", reason),
    ],
)
