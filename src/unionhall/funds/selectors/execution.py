"""What the book says of a budget: executed by account and year."""

from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from unionhall.funds.kinds.ledger import AccountKind, VoucherKind
from unionhall.funds.models import Budget, Entry


def executed(year: int, code: str) -> Decimal:
    """Income or spending of the union's own money under an account and its details in a year, in yuan, as the book has it."""
    entries = Entry.objects.of(code).within(date(year, 1, 1), date(year, 12, 31)).filter(fund__is_general=True)
    total = entries.moving().aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return -total if code.startswith("4") else total


def carried(year: int) -> Decimal:
    """What the union's own money had left when a year began, in yuan, by the book; opening balances of the year included."""
    before = Q(voucher__on__lt=date(year, 1, 1)) | Q(voucher__kind=VoucherKind.OPENING, voucher__on__year=year)
    kinds = (AccountKind.NET, AccountKind.INCOME, AccountKind.EXPENSE)
    rows = Entry.objects.filter(before, account__kind__in=kinds, fund__is_general=True)
    return -(rows.aggregate(sum=Sum("amount"))["sum"] or Decimal(0))


def other_carried(budget: Budget) -> Decimal | None:
    """What the book has carried into the budget's year, where that is not what the budget says; None where the book is silent."""
    known = carried(budget.year)
    return known if known and known != budget.carried else None


def execution(budget: Budget) -> dict[str, Decimal]:
    """Executed in the budget's year under each of its lines, by the code of the line; two queries."""
    codes = list(budget.lines.values_list("account__code", flat=True))
    entries = Entry.objects.of("4", "5").within(date(budget.year, 1, 1), budget.ends_on).filter(fund__is_general=True)
    rows = entries.moving().order_by().values("account__code").annotate(sum=Sum("amount"))
    known = {row["account__code"]: row["sum"] for row in rows}
    return {
        code: sum((_signed(at, sum) for at, sum in known.items() if at.startswith(code)), Decimal(0)) for code in codes
    }


def _signed(code: str, amount: Decimal) -> Decimal:
    return -amount if code.startswith("4") else amount
