"""The book as pages show it."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import (
    Account,
    Audit,
    Disclosure,
    Entry,
    Finding,
    Fund,
    Paper,
    Period,
    SpendingRequest,
    Voucher,
)
from unionhall.funds.models.ledger import MARKS
from unionhall.funds.rules.chart import START, kind_of


def vouchers(user: Any) -> QuerySet[Voucher]:
    """Every voucher, newest first."""
    return Voucher.objects.visible_to(user)


def entries(user: Any) -> QuerySet[Entry]:
    """Every line of every voucher, newest first."""
    return Entry.objects.visible_to(user).order_by("-voucher__on", "voucher", "order")


def funds(user: Any) -> QuerySet[Fund]:
    """Every purse."""
    return Fund.objects.visible_to(user)


def accounts(user: Any) -> QuerySet[Account]:
    """The chart of accounts."""
    return Account.objects.visible_to(user)


def periods(user: Any) -> QuerySet[Period]:
    """Every month of the book, with how many vouchers it has and how many of them wait."""
    waiting = Voucher.objects.exclude(state=VoucherState.REVIEWED)
    counted = {"voucher_count": _per_month(Voucher.objects.all()), "waiting_count": _per_month(waiting)}
    return Period.objects.visible_to(user).annotate(**counted)


def audits(user: Any) -> QuerySet[Audit]:
    """Every audit."""
    return Audit.objects.visible_to(user)


def findings(user: Any) -> QuerySet[Finding]:
    """Everything audits found, what is not put right first."""
    return Finding.objects.visible_to(user).open_first()


def found_in(audit: Audit, user: Any) -> QuerySet[Finding]:
    """What one audit found, in the same order."""
    return findings(user).filter(audit=audit)


def disclosures(user: Any) -> QuerySet[Disclosure]:
    """What members were told."""
    return Disclosure.objects.visible_to(user)


def chart() -> list[Account]:
    """The accounts to choose from: the union's, or before it has any, those it would start with, not yet written."""
    known = list(Account.objects.filter(is_open=True))
    return known or [Account(code=start.code, name=start.name, kind=kind_of(start.code)) for start in START]


def named(text: str) -> Voucher | None:
    """The voucher people call `2023-05 付-012`, or None."""
    month, _gap, word = text.strip().partition(" ")
    mark, _dash, number = word.strip().partition("-")
    kinds = [kind for kind, said in MARKS.items() if str(said) == mark]
    if not (kinds and number.isascii() and number.isdigit() and len(number) < 9):
        return None
    found = Voucher.objects.filter(kind=kinds[0], serial=int(number)).select_related("period")
    return next((voucher for voucher in found if f"{voucher.on:%Y-%m}" == month), None)


def vouchers_of(request: SpendingRequest) -> QuerySet[Voucher]:
    """Every voucher a request came to, with those that reverse one: its approval form is the first paper of its pack."""
    forms = Paper.objects.filter(kind=PieceKind.APPROVAL, text__endswith=request.number)
    booked = forms.values("voucher")
    return Voucher.objects.filter(Q(pk__in=booked) | Q(reverses__in=booked))


def requests_of(voucher: Voucher) -> QuerySet[SpendingRequest]:
    """The request a voucher, or the one it reverses, was booked for: also when that was undone and it is booked anew."""
    form = (voucher.reverses or voucher).papers.filter(kind=PieceKind.APPROVAL).first()
    numbers = [form.text.split()[-1]] if form else []
    return SpendingRequest.objects.filter(number__in=numbers)


def _per_month(rows: QuerySet[Voucher]) -> Coalesce:
    counted = rows.filter(period=OuterRef("pk")).order_by().values("period").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)
