"""A member's own pages: what the union holds about me, who looked at it, and what I can put right or ask for."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from unionhall.accounts.models import User
from unionhall.audit.selectors import by_day, looks_at
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.guards import needs
from unionhall.pages.panels import Facts, Panel, Related
from unionhall.pages.tables import Column, Table
from unionhall.people import permissions, selectors, tables
from unionhall.people.flow import CORRECTION_FLOW, FLOW
from unionhall.people.forms import memberships as membership_forms
from unionhall.people.forms import persons as forms
from unionhall.people.models import Correction, Membership, Person
from unionhall.people.services import corrections, memberships, persons

LOOKS_SHOWN = 50


def _me(user: User) -> QuerySet[Person]:
    return Person.objects.filter(user=user.pk).select_related("department", "unit__parent")


def _my_corrections(user: User) -> QuerySet[Correction]:
    return Correction.objects.filter(person__user=user.pk).select_related("person")


def _join(person: Person, *, by: User, application: str) -> None:
    memberships.apply(by=by, person=person, application=application)


def _ask(person: Person, *, by: User, **what: Any) -> None:
    corrections.ask(by=by, person=person, **what)


def _road(request: HttpRequest, person: Person) -> dict[str, Any]:
    spells = Membership.objects.filter(person=person).order_by("-applied_on", "-joined_on")
    return {
        "spells": [(FLOW.state_of(spell), spell) for spell in spells],
        "may_join": permissions.joins_online(request.user),
    }


def _asked(request: HttpRequest, person: Person) -> dict[str, Any]:
    return {
        "asked": [(CORRECTION_FLOW.state_of(correction), correction) for correction in _my_corrections(request.user)]
    }


def _looks(request: HttpRequest, person: Person) -> dict[str, Any]:
    return {"looks": by_day(looks_at(person.pk)[:LOOKS_SHOWN])}


me_pages = Pages(
    name="people.me",
    path="my/me/card",
    face="my",
    model=Person,
    rows=_me,
    may_list=permissions.is_of_the_union,
    title=_("我的"),
    table=Table("name", "staff_no"),
    verbs={
        "contact": Verb(
            forms.ContactForm, persons.correct_contact, label=_("更正手机和地址"), done=_("联系方式已更正。")
        ),
        "correct": Verb(
            forms.CorrectionForm,
            _ask,
            label=_("申请更正其他资料"),
            done=_("已提交，办公室核对后答复您。"),
            about=_("您有权请求更正不准确的个人信息（个人信息保护法第四十六条）。"),
        ),
        "join": Verb(
            membership_forms.ApplicationForm,
            _join,
            label=_("申请入会"),
            who=permissions.joins_online,
            done=_("申请已提交，分工会初审后由工会批准。"),
            about=_(
                "以工资收入为主要生活来源的职工，不分用工性质，都可以加入工会（工会法第三条）。"
                "工会仅为办理会籍、会费和服务使用您的信息，保存至会籍终止后法定期限。"
            ),
        ),
    },
    panels=[
        Panel("people/parts/membership.html", _road),
        Facts(
            "staff_no",
            "name",
            "sex",
            "birth_on",
            Column("masked_id_number", _("身份证号")),
            "department",
            "unit",
            "post_class",
            "employment",
            "professional_title",
            "politics",
            "education",
            "joined_on",
            title=_("工会登记的资料"),
        ),
        Facts(
            Column("masked_phone", _("手机号码")),
            Column("address", value=lambda person: person.address),
            title=_("联系方式"),
        ),
        Panel("people/parts/corrections.html", _asked),
        Related("posts", _("我的任职"), tables.POSTS),
        Panel("people/parts/looks.html", _looks),
    ],
)
my_correction_pages = Pages(
    name="people.my_corrections",
    path="my/me/corrections",
    face="my",
    model=Correction,
    rows=_my_corrections,
    may_list=permissions.is_of_the_union,
    flow=CORRECTION_FLOW,
    title=_("我的更正申请"),
    table=tables.CORRECTIONS,
    about=_("发现资料不对，可以在“我的”页申请更正。"),
    verbs={"take_back": Verb(None, corrections.take_back, danger=True)},
    panels=[
        Facts(
            "field",
            Column("should_be", value=lambda asked: asked.should_be),
            "explanation",
            "asked_at",
            "reply",
            columns=1,
        )
    ],
)


@require_safe
@needs(permissions.is_signed_in)
def mine(request: HttpRequest) -> HttpResponse:
    """My own page; who stands on no roster is told so."""
    person = selectors.person_of(request.user)
    if person is None or not permissions.is_of_the_union(request.user):
        return render(request, "people/nobody.html")
    return redirect(me_pages.url("detail", person))


@require_safe
@needs(permissions.is_of_the_union)
def join(request: HttpRequest) -> HttpResponse:
    """The short address of the application to join."""
    person = selectors.person_of(request.user)
    return redirect(me_pages.url("join", person)) if person else redirect("people.mine")
