"""Mutual-aid covers and claims at the desk."""

from datetime import date
from decimal import Decimal
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.aid import CLAIMS, COVERS, ClaimState, CoverState
from unionhall.care.forms import aid as forms
from unionhall.care.kinds.aid import Plan
from unionhall.care.models import Cover, CoverBatch, CoverClaim
from unionhall.care.permissions import reads_invoices, sees_aid
from unionhall.care.selectors.covered import insurable
from unionhall.care.services import covers
from unionhall.care.tables import aid as tables
from unionhall.funds.models import SpendingRequest
from unionhall.kernel import clock
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import ReasonForm
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.people.filters import PersonFilter
from unionhall.people.models import Person


class CoverFilters(django_filters.FilterSet):
    q = PersonFilter()
    plan = django_filters.ChoiceFilter(choices=Plan.choices, label=_("险种"))
    state = django_filters.ChoiceFilter(choices=CoverState.choices, label=_("状态"))


class ClaimFilters(django_filters.FilterSet):
    q = PersonFilter("cover__person")
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
    insurer: str,
) -> None:
    """One person, or every member in service today whom the plan is for."""
    people = [person] if person else list(insurable(plan, clock.today()))
    covers.enrol(
        by=by,
        people=people,
        plan=plan,
        began_on=began_on,
        ends_on=ends_on,
        premium=premium,
        is_paid_by_union=is_paid_by_union,
        insurer=insurer,
    )


def said(request: HttpRequest, claim: CoverClaim) -> dict[str, Any]:
    """What happened; the look is logged for the person concerned (PRI-04)."""
    audit.read(claim, by=request.user, what=_("给付申请情况"))
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
    verbs={
        "enrol": Verb(
            forms.EnrolForm,
            enrol,
            label=_("登记参保"),
            who=sees_aid,
            creates=True,
            about=_("由工会经费缴费的须是在会、在职的会员（CARE-14）；同一险种在保的人不重复登记。"),
        ),
        "cancel": Verb(ReasonForm, covers.cancel, danger=True, about=_("登记有误时用；记录保留，写明理由。")),
    },
    flow=COVERS,
    doors=[Entry(_("参保批次"), "care.cover_batches.list", who=reads_invoices)],
    panels=[
        Facts("person", "plan", "began_on", "ends_on", "premium", "is_paid_by_union", "batch"),
        Related("claims", _("给付"), tables.ClaimTable),
        History(),
    ],
)


def movements(request: HttpRequest, batch: CoverBatch) -> dict[str, Any]:
    """How its premium reaches the book."""
    return {"requests": SpendingRequest.objects.visible_to(request.user).about(batch)}


batch_pages = Pages(
    name="care.cover_batches",
    path="office/care/cover-batches",
    model=CoverBatch,
    rows=lambda user: CoverBatch.objects.visible_to(user),
    may_list=reads_invoices,
    table=tables.CoverBatchTable,
    title=_("互助保障参保批次"),
    about=_("由工会缴费的参保，每次一批，保费随即申请经费。"),
    verbs={
        "cancel": Verb(
            ReasonForm,
            covers.cancel_batch,
            label=_("撤销整批"),
            who=sees_aid,
            danger=True,
            about=_("登记有误时用；保费申请还没有支付的，先在经费里撤回。"),
        )
    },
    panels=[
        Facts(
            "number",
            "plan",
            "began_on",
            "ends_on",
            "premium",
            "people",
            Column("total", _("保费合计（元）")),
            "insurer",
        ),
        Panel("care/movements.html", movements),
        Related("covers", _("参保人"), tables.CoverTable, who=sees_aid),
        History(),
    ],
)
claim_pages = Pages(
    name="care.claims",
    confidential=True,
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
        "correct": Verb(ReasonForm, covers.correct, danger=True, about=_("给付登记有误时用；更正后重新登记给付。")),
        "refuse": Verb(ReasonForm, covers.refuse, danger=True),
    },
    panels=[
        Facts("cover.person", "cover.plan", "happened_on", "for_whom", "asked", "filed_on", "paid", "paid_on"),
        Panel("care/aid/said.html", said),
        History(),
    ],
)
