"""The pages of loans."""

from typing import Any

import django_filters
from django import forms
from django.db import models, transaction
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from tests.pages.app.models import FLOW, Kind, Loan, Note, Shelf, has_pages, is_keeper
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.forms import PickField, StepForm
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column, Table


def rows(user: Any) -> models.QuerySet:
    notes = Note.objects.filter(loan=OuterRef("pk")).order_by().values("loan").annotate(count=Count("pk"))
    return Loan.objects.visible_to(user).annotate(note_count=Coalesce(Subquery(notes.values("count")), 0))


@transaction.atomic
def ask(*, by: User, **fields: Any) -> Loan:
    loan = Loan.objects.create(number=f"J{Loan.objects.count() + 1:04}", borrower=by, **fields)
    audit.record("toolroom.ask", loan, by=by, after=audit.snapshot(loan, fields))
    return loan


@transaction.atomic
def price(loan: Loan, *, by: User, fee: Any) -> None:
    before = audit.snapshot(loan, ["fee"])
    Loan.objects.filter(pk=loan.pk).update(fee=fee)
    loan.fee = fee
    audit.record("toolroom.price", loan, by=by, before=before, after=audit.snapshot(loan, ["fee"]))


def lend(loan: Loan, *, by: User) -> None:
    FLOW.fire(loan, "lend", by=by)


def give_back(loan: Loan, *, by: User, note: str) -> None:
    FLOW.fire(loan, "return", by=by, note=note)


def pack(loans: list[Loan], *, by: User) -> Loan:
    """One loan for all: named after every one of them."""
    if len(loans) < 2:
        raise Blocked("至少两件才能打包。")
    return Loan.objects.create(number="JY-包", title="、".join(loan.title for loan in loans), borrower=by)


class AskForm(StepForm):
    title = forms.CharField(label="物品", max_length=60)
    kind = forms.ChoiceField(label="类别", choices=Kind)
    wanted_on = forms.DateField(label="借用日期", required=False)
    shelf = PickField(lambda user: Shelf.objects.all(), label="货架", required=False)


class PriceForm(StepForm):
    fee = forms.DecimalField(label="押金", min_value=0, decimal_places=2)


class ReturnForm(StepForm):
    note = forms.CharField(label="说明", min_length=2)


class LoanFilters(django_filters.FilterSet):
    q = django_filters.CharFilter("title", "contains", label="查找")
    kind = django_filters.ChoiceFilter(choices=Kind.choices, label="类别")
    shelf = django_filters.ModelChoiceFilter(queryset=lambda request: Shelf.objects.all(), label="货架")
    wanted_on = django_filters.DateFromToRangeFilter(label="借用日期")


loan_pages = Pages(
    name="loans",
    path="office/loans",
    model=Loan,
    rows=rows,
    may_list=has_pages,
    flow=FLOW,
    filters=LoanFilters,
    title="借用单",
    about="借出的工具和图书都在这里。",
    doors=[Entry("导入借用单", "loans.import", is_keeper)],
    turn=lambda loan: "等保管员办理" if loan.state == "asked" else None,
    table=Table(
        Column("number", link=True),
        Column("title", link=True),
        "kind",
        "state",
        Column("shelf.name", "货架"),
        "wanted_on",
        "fee",
        Column("note_count", "备注", unit="条"),
        "phone",
        Column("borrower.name", "借用人", phone=False),
        Column("secret", hidden=True),
        Column("loud", "响亮", value=lambda loan: loan.title.upper(), hidden=True),
    ),
    verbs={
        "ask": Verb(AskForm, ask, label="申请借用", creates=True),
        "price": Verb(PriceForm, price, label="定押金", who=is_keeper, about="押金不超过物品价格。", done="押金已定。"),
        "lend": Verb(None, lend, many=True),
        "pack": Verb(None, pack, label="打包借用", who=is_keeper, together=True, done="已打包。"),
        "return": Verb(ReturnForm, give_back, about=lambda loan: f"请检查{loan.title}是否完好。"),
    },
    panels=[
        Facts("number", "kind", "shelf", "borrower", "wanted_on", "fee", "secret"),
        Related("notes", "备注", Table("text")),
        Panel("toolroom/advice.html", lambda request, loan: {"advice": f"{loan.title}要擦干净"}, who=is_keeper),
        History(),
    ],
)
