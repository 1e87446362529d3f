"""What the accounts say between two days: opening, debit, credit and closing, by account; one query each."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet, Sum

from unionhall.funds.kinds.ledger import AccountKind, FundKind, VoucherKind
from unionhall.funds.models import Account, Entry, Fund
from unionhall.funds.rules.chart import CUSTODY

NOTHING = Decimal(0)
# What a reversal turns round takes away from the side it once stood on, and is nothing of the other.
REVERSAL = Q(voucher__reverses__isnull=False)
DEBITED = (Q(amount__gt=0) & ~REVERSAL) | (Q(amount__lt=0) & REVERSAL)
CREDITED = (Q(amount__lt=0) & ~REVERSAL) | (Q(amount__gt=0) & REVERSAL)
STILL = (VoucherKind.OPENING, VoucherKind.CLOSING)


@dataclass(frozen=True)
class Balance:
    """One line of the table of balances, in yuan; opening and closing are signed, a debit positive."""

    code: str
    name: str
    kind: str
    opening: Decimal = NOTHING
    debit: Decimal = NOTHING
    credit: Decimal = NOTHING

    @property
    def closing(self) -> Decimal:
        """What it stands at on the last day."""
        return self.opening + self.debit - self.credit

    @property
    def moved(self) -> Decimal:
        """What came in or was spent between the days, positive for what the account is for."""
        fen = self.debit - self.credit
        return -fen if self.kind in (AccountKind.INCOME, AccountKind.LIABILITY, AccountKind.NET) else fen

    def plus(self, other: "Balance") -> "Balance":
        """Both together, under this one's name."""
        return replace(
            self,
            opening=self.opening + other.opening,
            debit=self.debit + other.debit,
            credit=self.credit + other.credit,
        )


def balances(first: date, last: date, fund: Fund | None = None) -> list[Balance]:
    """Every account with entries up to `last`, in the order of the chart, first-level ones with their details in them."""
    names = dict(Account.objects.values_list("code", "name"))
    found: dict[str, Balance] = {}
    for row in _sums(first, last, Q(fund=fund) if fund else Q()):
        line = _line(row)
        for code in _line_of(line.code):
            own = found.setdefault(code, Balance(code, names.get(code, ""), line.kind))
            found[code] = own.plus(line)
    return [found[code] for code in sorted(found)]


def details(first: date, last: date, kind: str) -> list[Balance]:
    """The accounts of one element that moved between two days, each by itself; the closing of a year is no movement."""
    lines = [_line(row) for row in _sums(first, last, Q(account__kind=kind) & ~Q(voucher__kind__in=STILL))]
    return [line for line in lines if line.moved]


def by_source(last: date) -> list[tuple[str, Decimal]]:
    """What is left of each source at the end of a day, in yuan: assets of its purses, by kind and never by name."""
    rows = Entry.objects.filter(voucher__on__lte=last, account__kind=AccountKind.ASSET).order_by()
    sums = dict(rows.values("fund__kind").annotate(sum=Sum("amount")).values_list("fund__kind", "sum"))
    return [(kind.value, sums[kind]) for kind in FundKind if sums.get(kind)]


def both_ways(entries: QuerySet[Entry]) -> tuple[Decimal, Decimal]:
    """What vouchers brought in and, negative, took out, in yuan: what one only moves between cash and bank is neither, what
    was reversed is taken away from its own side."""
    nets = entries.order_by().values("voucher", "voucher__reverses").annotate(net=Sum("amount"))
    came = Q(net__gt=0, voucher__reverses=None) | Q(net__lt=0, voucher__reverses__isnull=False)
    sums = nets.aggregate(came=Sum("net", filter=came), went=Sum("net", filter=~came))
    return sums["came"] or NOTHING, sums["went"] or NOTHING


def custody(first: date, last: date) -> list[tuple[str, Decimal, Decimal]]:
    """What came into and went out of others' money in custody between two days, in yuan, by source."""
    rows = Entry.objects.within(first, last).moving().of(CUSTODY).order_by()
    sums = rows.values("fund__kind").annotate(came=Sum("amount", filter=CREDITED), went=Sum("amount", filter=DEBITED))
    by_kind = {row["fund__kind"]: (-(row["came"] or NOTHING), row["went"] or NOTHING) for row in sums}
    return [(kind.value, *by_kind[kind]) for kind in FundKind if kind in by_kind]


def _sums(first: date, last: date, condition: Q) -> QuerySet[Any]:
    within = Q(voucher__on__gte=first)
    rows = Entry.objects.filter(condition, voucher__on__lte=last).order_by("account__code")
    return rows.values("account__code", "account__name", "account__kind").annotate(
        opening=Sum("amount", filter=~within),
        debits=Sum("amount", filter=within & Q(amount__gt=0)),
        credits=Sum("amount", filter=within & Q(amount__lt=0)),
    )


def _line(row: dict[str, Any]) -> Balance:
    return Balance(
        row["account__code"],
        row["account__name"],
        row["account__kind"],
        row["opening"] or NOTHING,
        row["debits"] or NOTHING,
        -(row["credits"] or NOTHING),
    )


def _line_of(code: str) -> list[str]:
    """An account and those it details, by code."""
    return [code[:length] for length in range(3, len(code) + 1, 2)]
