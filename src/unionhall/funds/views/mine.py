"""What one asked for, and what the union paid one: with or without a desk."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from unionhall.files import owners
from unionhall.funds.flow.request import SETTLED
from unionhall.funds.models import RequestPayee, SpendingRequest
from unionhall.funds.tables.spending import MineTable, MyRequestTable
from unionhall.funds.views.requests import turn
from unionhall.pages.declare import Pages
from unionhall.pages.panels import Facts
from unionhall.people.permissions import is_of_the_union


def asked_by_me(user: Any) -> QuerySet[SpendingRequest]:
    """What this user asked for, with or without a desk."""
    return SpendingRequest.objects.filter(asked_by=user.pk).select_related("fund", "payment")


my_requests = Pages(
    name="my.requests",
    path="my/requests",
    face="my",
    model=SpendingRequest,
    rows=asked_by_me,
    may_list=is_of_the_union,
    table=MyRequestTable,
    title=gettext_lazy("您申请的经费"),
    turn=turn,
    about=gettext_lazy("您提出的经费申请走到哪一步，都记在这里。"),
    panels=[Facts("purpose", "amount", "asked_on", "state", "approved_on", "payment.paid_on")],
)
owners.take(  # a receipt names who signed it
    SpendingRequest, lambda user, request: False, may_read=lambda user, request: request.names_payees_to(user)
)


def mine(user: Any) -> QuerySet[RequestPayee]:
    """What the union paid this user."""
    own = RequestPayee.objects.filter(person__user=user.pk, request__state__in=SETTLED)
    return own.select_related("request__payment").order_by("-request__payment__paid_on")


my_payments = Pages(
    name="my.funds",
    path="my/funds",
    face="my",
    model=RequestPayee,
    rows=mine,
    may_list=is_of_the_union,
    table=MineTable,
    title=gettext_lazy("工会付给您的"),
    about=gettext_lazy("工会付给您的慰问金、奖品和补助都记在这里。"),
    panels=[Facts("request.title", "request.payment.paid_on", "cash", "goods", "text", "request.payment.way")],
)
