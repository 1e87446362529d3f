"""The rows behind the figures of requests, budgets and dues."""

from django.db.models import ExpressionWrapper, F, QuerySet

from unionhall.figures.scope import Scope
from unionhall.funds.flow.budget import BudgetState
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.budget import PlanKind
from unionhall.funds.kinds.ledger import AccountKind
from unionhall.funds.models import BudgetLine, Contribution, Dues, Entry, Payment, SpendingRequest
from unionhall.kernel.money import MoneyField

OWED = {
    "dues": ExpressionWrapper(F("due") - F("paid"), output_field=MoneyField()),
    "contribution": ExpressionWrapper(F("due") - F("received"), output_field=MoneyField()),
}


def requested(scope: Scope) -> QuerySet[SpendingRequest]:
    """Requests asked in the period and put before somebody; what was withdrawn is not counted."""
    asked = SpendingRequest.objects.filter(asked_on__range=(scope.first, scope.last))
    return scope.narrow(asked.exclude(state__in=[State.DRAFTED, State.WITHDRAWN]), purpose="purpose")


def approved(scope: Scope) -> QuerySet[SpendingRequest]:
    """Requests approved in the period and not withdrawn since."""
    granted = SpendingRequest.objects.granted().filter(approved_on__range=(scope.first, scope.last))
    return scope.narrow(granted, purpose="purpose")


def paid(scope: Scope) -> QuerySet[Payment]:
    """Payments made in the period and not taken back."""
    rows = Payment.objects.standing().filter(paid_on__range=(scope.first, scope.last))
    return scope.narrow(rows, purpose="request__purpose")


def planned(scope: Scope) -> QuerySet[BudgetLine]:
    """Spending by the budgets in force in the years of the period."""
    lines = BudgetLine.objects.filter(
        budget__state=BudgetState.IN_FORCE,
        budget__year__range=(scope.first.year, scope.last.year),
        account__code__startswith="5",
    )
    return lines.exclude(budget__kind=PlanKind.FINAL)


def executed(scope: Scope) -> QuerySet[Entry]:
    """What the book shows as spent of the union's own money in the period."""
    own = Entry.objects.moving().filter(fund__is_general=True, account__kind=AccountKind.EXPENSE)
    return own.within(scope.first, scope.last)


def dues(scope: Scope) -> QuerySet[Dues]:
    """Members' dues of the months that begin in the period."""
    return Dues.objects.filter(month__range=(scope.first, scope.last))


def dues_owed(scope: Scope) -> QuerySet[Dues]:
    """Those of them not paid in full; `owed` is what is left."""
    return dues(scope).filter(paid__lt=F("due")).annotate(owed_sum=OWED["dues"])


def contributions(scope: Scope) -> QuerySet[Contribution]:
    """The employer's contributions of the months that begin in the period."""
    return Contribution.objects.filter(month__range=(scope.first, scope.last))


def contributions_owed(scope: Scope) -> QuerySet[Contribution]:
    """Those of them whose day is over and that did not come in full."""
    late = contributions(scope).filter(due_on__lt=scope.last, received__lt=F("due"))
    return late.annotate(owed_sum=OWED["contribution"])
