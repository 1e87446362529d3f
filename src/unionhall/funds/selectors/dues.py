"""What came of a contribution, and of which months' dues a receipt is."""

from datetime import date
from decimal import Decimal

from django.db.models import Count, QuerySet, Sum

from unionhall.funds.models import Contribution, Entry, Voucher
from unionhall.funds.rules.chart import CONTRIBUTION, PAYABLE_UP


def shares(contribution: Contribution) -> dict[str, Decimal]:
    """What the union retains of what came in and what is owed upward, in yuan, from the receipts (FIN-05)."""
    entries = Entry.objects.filter(voucher__in=Voucher.objects.about(contribution))
    return {name: -_sum(entries.of(code)) for name, code in (("retained", CONTRIBUTION), ("upward", PAYABLE_UP))}


def months(voucher: Voucher) -> list[tuple[date, int, Decimal]]:
    """The months of dues a receipt is of: each with how many members and how much."""
    rows = voucher.dues.order_by("dues__month").values_list("dues__month")
    return list(rows.annotate(people=Count("pk"), sum=Sum("amount")))


def _sum(entries: QuerySet[Entry]) -> Decimal:
    return entries.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
