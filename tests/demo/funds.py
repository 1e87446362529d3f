"""What the demo's book shows: it adds up, its months are closed to November, members were told, the audit was answered."""

from django.db.models import Sum

from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.funds.figures import ledger as figures
from unionhall.funds.models import Entry, Fund, Period, Voucher


def claims(world: World, year: Scope) -> None:
    sums = Entry.objects.order_by().values("voucher", "fund").annotate(sum=Sum("amount"))
    assert not sums.exclude(sum=0).exists()
    assert all(fund.balance() == fund.entries.of("101", "102", "141").fen() for fund in Fund.objects.all())
    assert Period.objects.filter(state="closed").count() == 11
    assert not Voucher.objects.filter(on__lt="2023-12-01").exclude(state="checked").exists()
    assert (figures.disclosures(year).value, figures.audits(year).value, figures.rectified(year).value) == (3, 1, 1)
    assert figures.income(year).value > figures.spending(year).value > 0
