"""What the demo's book shows: it adds up, its months are closed, members were told, the audit was answered."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Sum

from unionhall.activities.models import Activity
from unionhall.care.models import Aid, CoverBatch, DrivePayment, Gift, Goods, Issue, Visit
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.funds.figures import ledger as figures
from unionhall.funds.figures import spending as asked
from unionhall.funds.models import (
    Allotment,
    Budget,
    Contribution,
    Dues,
    Entry,
    Fund,
    Period,
    SpendingRequest,
    Voucher,
)
from unionhall.funds.rules import chart
from unionhall.funds.selectors.execution import other_carried
from unionhall.kernel import clock


def claims(world: World, year: Scope) -> None:
    sums = Entry.objects.order_by().values("voucher", "fund").annotate(sum=Sum("amount"))
    assert not sums.exclude(sum=0).exists()
    assert all(fund.balance() == fund.entries.of("101", "102", "141").fen() for fund in Fund.objects.all())
    last_month = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    assert not Period.objects.filter(first_on__lt=last_month).exclude(state="closed").exists()
    assert not Period.objects.filter(first_on__gte=last_month, state="closed").exists()
    assert not Voucher.objects.filter(on__lt=last_month).exclude(state="checked").exists()
    assert Voucher.objects.filter(kind="closing", on=date(2023, 12, 31)).count() == 1
    assert (figures.disclosures(year).value, figures.audits(year).value, figures.rectified(year).value) == (3, 1, 1)
    assert figures.income(year).value > figures.spending(year).value > 0
    assert Dues.objects.dates("month", "month").count() == 12
    due, paid, owed = (of(year).value for of in (asked.dues_due, asked.dues_paid, asked.dues_owed))
    assert due == paid + owed > paid > 20 * owed > 0
    assert paid == -sum(Entry.objects.of(chart.DUES).moving().values_list("amount", flat=True))
    assert not Contribution.objects.filter(received__lt=F("due")).exists()
    shared = {
        code: Entry.objects.of(code).filter(amount__lt=0).fen() for code in (chart.CONTRIBUTION, chart.PAYABLE_UP)
    }
    assert abs(2 * shared[chart.CONTRIBUTION] - 3 * shared[chart.PAYABLE_UP]) < 100  # 60 to 40, to the fen each month
    assert SpendingRequest.objects.filter(purpose="remittance", state="booked", asked_on__lte=year.last).count() == 3
    assert Allotment.objects.filter(year=clock.today().year, account__code="50102").exists()
    assert not any(other_carried(budget) for budget in Budget.objects.filter(state="in_force"))
    assert not SpendingRequest.objects.filter(state="paid").exists()
    assert not list(_beside_the_book())


def _beside_the_book() -> Iterator[Any]:
    """What the demo gave or took without a voucher about it."""
    moved = [
        *(
            (visit.round or visit)
            for visit in Visit.objects.standing().exclude(cash=0, goods=0).select_related("round")
        ),
        *Aid.objects.given(),
        *Issue.objects.filter(state="archived"),
        *Gift.objects.all(),
        *Goods.objects.all(),
        *DrivePayment.objects.paid(),
        *CoverBatch.objects.all(),
        *Activity.objects.filter(cost__gt=0),
    ]
    about = {(row["subject_type"], row["subject_id"]) for row in Voucher.objects.values("subject_type", "subject_id")}
    reversed_gifts = set(Gift.objects.exclude(reverses=None).values_list("pk", flat=True))
    for record in moved:
        if (record._meta.label_lower, record.pk) not in about and record.pk not in reversed_gifts:
            yield record
