"""Mutual-aid covers and claims at the desk."""

from datetime import date
from decimal import Decimal
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.aid import CLAIMS, ClaimState
from unionhall.care.forms import aid as forms
from unionhall.care.forms.drive import ReasonForm
from unionhall.care.kinds.aid import Plan
from unionhall.care.models import Cover, CoverClaim
from unionhall.care.permissions import sees_aid
from unionhall.care.services import covers
from unionhall.care.tables import aid as tables
from unionhall.kernel import clock
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.people.models import Person


class CoverFilters(django_filters.FilterSet):
    plan = django_filters.ChoiceFilter(choices=Plan.choices, label=_("险种"))
    q = django_filters.CharFilter("person__name", "icontains", label=_("参保人"))


class ClaimFilters(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=ClaimState.choices, label=_("状态"))


def cover_rows(user: Any) -> QuerySet[Cover]:
    """All covers, for the office."""
    return Cover.objects.visible_to(user) if sees_aid(user) else Cover.objects.none()


def claim_rows(user: Any) -> QuerySet[CoverClaim]:
    """All claims, for the office."""
    found = CoverClaim.objects.visible_to(user) if sees_aid(user) else CoverClaim.objects.none()
    return found.select_related("cover__person__department")


def enrol(
    *,
    by: User,
    plan: str,
    person: Person | None,
    began_on: date,
    ends_on: date,
    premium: Decimal,
    is_paid_by_union: bool,
) -> None:
    """One person, or every member of today."""
    people = [person] if person else list(Person.objects.members(clock.today()))
    covers.enrol(
        by=by,
        people=people,
        plan=plan,
        began_on=began_on,
        ends_on=ends_on,
        premium=premium,
        is_paid_by_union=is_paid_by_union,
    )


def said(request: HttpRequest, claim: CoverClaim) -> dict[str, Any]:
    """What happened; the look is logged for the person concerned (PRI-04)."""
    audit.read(claim, by=request.user, what=_text("给付申请情况"), concerns=claim.concerns_person)
    return {"words": claim.text}


cover_pages = Pages(
    name="care.covers",
    path="office/care/covers",
    model=Cover,
    rows=cover_rows,
    may_list=sees_aid,
    filters=CoverFilters,
    table=tables.CoverTable,
    title=_("互助保障"),
    about=_("职工互助保障的参保情况记在这里。"),
    verbs={"enrol": Verb(forms.EnrolForm, enrol, label=_("登记参保"), who=sees_aid, creates=True)},
    panels=[
        Facts("person", "plan", "began_on", "ends_on", "premium", "is_paid_by_union"),
        Related("claims", _("给付"), tables.ClaimTable),
        History(),
    ],
)
claim_pages = Pages(
    name="care.claims",
    path="office/care/claims",
    model=CoverClaim,
    rows=claim_rows,
    may_list=sees_aid,
    flow=CLAIMS,
    filters=ClaimFilters,
    table=tables.ClaimTable,
    title=_("互助保障给付"),
    about=_("给付由互助保障组织直接付给参保人，不经过工会账户。"),
    verbs={
        "file": Verb(forms.ClaimForm, covers.claim, label=_("受理给付申请"), who=sees_aid, creates=True),
        "send": Verb(None, covers.send),
        "pay": Verb(forms.ClaimPaidForm, covers.pay),
        "refuse": Verb(ReasonForm, covers.refuse, danger=True),
    },
    panels=[
        Facts("cover.person", "cover.plan", "happened_on", "for_whom", "asked", "filed_on", "paid", "paid_on"),
        Panel("care/aid/said.html", said),
        History(),
    ],
)
