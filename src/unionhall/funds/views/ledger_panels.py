"""What stands on the pages of the book: links between records, totals that open their entries."""

from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from unionhall.funds import subjects
from unionhall.funds.kinds.ledger import AccountKind
from unionhall.funds.models import Account, Audit, Entry, Fund, Period, Voucher
from unionhall.funds.permissions.ledger import keeps_book
from unionhall.funds.rules import chart
from unionhall.funds.rules.calendar import month_said
from unionhall.funds.selectors import balances, dues
from unionhall.funds.selectors import ledger as selectors


def entries_url(**asked: Any) -> str:
    """The lines behind an amount: `account`, `kind`, `source`, `fund`, `first` and `last` as they are set."""
    days = {"on_after": asked.pop("first", None), "on_before": asked.pop("last", None)}
    query = {name: str(value) for name, value in {**asked, **days}.items() if value}
    return f"{reverse('funds.entries.list')}?{urlencode(query)}"


def voucher_url(voucher: Voucher) -> str:
    """Where a voucher is read."""
    return reverse("funds.vouchers.detail", args=[voucher.pk])


def entry_url(entry: Entry) -> str:
    """Where a line's voucher is read."""
    return reverse("funds.vouchers.detail", args=[entry.voucher_id])


def links_of_voucher(request: HttpRequest, voucher: Voucher) -> dict[str, Any]:
    """The record it is about, as far as this reader may know of it, and the vouchers it reverses or is reversed by."""
    url = subjects.url_of(voucher, request.user)
    return {
        "url": url,
        "record": subjects.record(voucher) if url else None,
        "reverses": voucher.reverses,
        "reversed_by": Voucher.objects.filter(reverses=voucher).first(),
        "months": [_of_month(*month) for month in dues.months(voucher)],
        "requests": selectors.requests_of(voucher).visible_to(request.user),
    }


def _of_month(month: date, people: int, amount: Decimal) -> dict[str, Any]:
    """A month of dues, with the address of its lines."""
    return {
        "said": month_said(month),
        "people": people,
        "amount": amount,
        "url": f"{reverse('funds.dues.list')}?{urlencode({'month_after': month, 'month_before': month})}",
    }


def month(request: HttpRequest, period: Period) -> dict[str, Any]:
    """The month's income and spending."""
    return totals(period.first_on, period.last_on)


def audited(request: HttpRequest, audit: Audit) -> dict[str, Any]:
    """What there is to audit: the span's totals, each opening its lines."""
    return totals(audit.first_on, audit.last_on)


def totals(first: date, last: date) -> dict[str, Any]:
    """Income and spending between two days, each with the address of its entries."""
    span = {"first": first, "last": last}
    sums = {kind: sum(line.moved for line in balances.details(first, last, kind)) for kind in ("income", "expense")}
    return span | {
        "income": sums["income"],
        "income_url": entries_url(kind=AccountKind.INCOME, **span),
        "spending": sums["expense"],
        "spending_url": entries_url(kind=AccountKind.EXPENSE, **span),
    }


def purse(request: HttpRequest, fund: Fund) -> dict[str, Any]:
    """What came in, what was spent, what is left and what is promised, each opening its entries."""
    came, went = balances.both_ways(fund.entries.of(*chart.MONEY, chart.GOODS))
    waits = not (came or fund.is_general or fund.subject_type)
    return {
        "came": came,
        "went": -went,
        "url": entries_url(fund=fund.number),
        "credit": chart.named(chart.receipt_account(fund.kind)) if waits else "",
        "keeps_book": keeps_book(request.user),
    }


def newest_of_account(account: Account, user: Any) -> QuerySet[Entry]:
    """Its latest lines and those of its details."""
    return selectors.entries(user).filter(account__code__startswith=account.code)
