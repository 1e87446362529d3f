"""Several at the same moment: a purse is not spent twice, a month is not closed under a voucher, a receipt is one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.funds.conftest import APRIL, MARCH, TODAY
from unionhall.accounts.tenancy import in_union
from unionhall.flows import Refusal
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.models import Fund, Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import income, periods, purses, vouchers
from unionhall.kernel import clock


def at_once(union, *acts):
    """Every act in a thread and on a connection of its own, started together; how many were not refused."""
    gate = Barrier(len(acts))

    def work(act):
        gate.wait()
        try:
            with in_union(union), clock.pinned(TODAY):
                act()
                return True
        except Refusal:
            return False
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return sum(pool.map(work, acts))


@pytest.mark.django_db(transaction=True)
def test_a_purse_is_spent_once_a_receipt_booked_once_and_a_month_closed_around_no_voucher(
    union, accountant, chair, clerk, drive
):
    def pay():
        lines = [Line("231", debit=600, fund=drive), Line("102", credit=600, fund=drive)]
        vouchers.book(by=accountant, on=APRIL, text="转付捐款", lines=lines)

    def receive():
        income.receive(None, by=clerk, fund=None, fen=5, way=Way.CASH, on=APRIL, text="会费", key="once")

    assert at_once(union, pay, pay, pay, pay) == 3
    assert at_once(union, *[lambda: purses.reserve(Fund.objects.get(pk=drive.pk), 150)] * 2) == 1
    assert Fund.objects.get(pk=drive.pk).free_fen == 50
    assert at_once(union, receive, receive) >= 1
    assert purses.general().balance() == 5
    cash = [Line("510", debit=5), Line("101", credit=5)]
    assert at_once(union, *[lambda: vouchers.book(by=accountant, on=APRIL, text="奖品", lines=cash)] * 2) == 1

    march = Voucher.objects.get(on=MARCH)
    vouchers.make(march, by=accountant)
    vouchers.review(march, by=chair)
    late = [Line("101", debit=1), Line("401", credit=1)]
    closed = at_once(
        union,
        lambda: periods.close(march.period, by=accountant),
        lambda: vouchers.book(by=accountant, on=MARCH, text="会费", lines=late),
    )
    assert closed == 1
    march.period.refresh_from_db()
    assert march.period.vouchers.count() == (1 if march.period.state == "closed" else 2)
