"""The book: vouchers written one by one, the table of balances of a full year, and long random histories."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bench import crowd
from bench.measure import Measure, milliseconds, seconds
from unionhall.accounts.models import Union, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.funds.models import Account, Entry, Period, Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.selectors import balances
from unionhall.funds.services import chart, purses, vouchers
from unionhall.kernel import planner

VOUCHERS, WRITTEN, HISTORIES = 50_000, 200, 100
FIRST, LAST = date(2023, 1, 1), date(2023, 12, 31)
CODES = ("50101", "50102", "50106", "50404", "50405")


def measures() -> Iterator[Measure]:
    """A union whose year has 50,000 vouchers of two lines."""
    union = Union.objects.create(code="book", name="账簿工会")
    with in_union(union):
        _fill()
        planner.refresh()
        median, worst = milliseconds(lambda: balances.balances(FIRST, LAST))
        yield Measure(
            f"table of balances over {2 * VOUCHERS:,} entries", "–", f"{median:.0f} ms (slowest {worst:.0f} ms)"
        )
        yield Measure("voucher of two lines, checked, sealed and in the audit trail", "–", f"{_written():.0f}/s")
    yield _histories()


def _fill() -> None:
    chart.furnish()
    accounts = {account.code: account for account in Account.objects.all()}
    fund, maker = purses.general(), system_user()
    months = [Period.objects.create(first_on=date(2023, month, 1)) for month in range(1, 13)]
    made = [
        Voucher(
            period=months[day.month - 1],
            kind="payment",
            serial=number,
            on=day,
            text="支出",
            total=Decimal(1),
            made_by=maker,
        )
        for number in range(1, VOUCHERS + 1)
        for day in [FIRST + timedelta(days=number % 365)]
    ]
    crowd.write(Voucher, made)
    lines = ((0, 1), (1, -1))
    crowd.write(
        Entry,
        [
            Entry(
                voucher=voucher,
                order=order,
                account=accounts["102" if order else CODES[at % len(CODES)]],
                fund=fund,
                amount=Decimal(amount),
            )
            for at, voucher in enumerate(made)
            for order, amount in lines
        ],
    )
    Voucher.objects.update(is_sealed=True)


def _written() -> float:
    by = system_user()
    lines = [Line("50102", debit=100), Line("102", credit=100)]

    def write() -> None:
        for _number in range(WRITTEN):
            vouchers.book(by=by, on=LAST, text="支出", lines=lines)

    return WRITTEN / seconds(write)


def _histories() -> Measure:
    """The tests' own machines, with more histories than the suite has time for."""
    more = {"UNIONHALL_HISTORIES": str(HISTORIES), "DJANGO_SETTINGS_MODULE": "unionhall.web.settings.test"}
    command = [sys.executable, "-m", "pytest", "-q", "tests/funds/test_book_histories.py"]
    run = subprocess.run(command, env=os.environ | more, capture_output=True, text=True, check=False)
    said = "every promise kept" if run.returncode == 0 else run.stdout[-2000:]
    return Measure(f"{HISTORIES} histories of 50 steps through the book's verbs, and around them", "kept", said)
