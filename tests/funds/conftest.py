"""A union in the spring of 2023 with an accountant, a cashier, a clerk and a chair; and a collection with twenty yuan."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.funds.money_world import Money, budgeted
from tests.kit.world import World, build
from unionhall.accounts.models import User
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Fund, Period, Voucher
from unionhall.funds.services import income, periods, purses, vouchers
from unionhall.kernel import clock

MARCH, APRIL, TODAY = date(2023, 3, 15), date(2023, 4, 10), date(2023, 4, 30)


@pytest.fixture
def world(union, other_union) -> Iterator[World]:
    with clock.pinned(TODAY):
        yield build(union, other_union)


@pytest.fixture
def money(world) -> Money:
    """The same union with its budget in force, and the hands a yuan goes through."""
    money = Money(world)
    budgeted(money)
    return money


@pytest.fixture
def drive(clerk) -> Fund:
    """A collection with twenty yuan in the bank."""
    fund = purses.open(title="爱心捐款", kind=FundKind.DRIVE, by=clerk, remainder_rule="转入互助金")
    income.receive(None, by=clerk, fund=fund, fen=2000, way=Way.TRANSFER, on=MARCH, text="捐款")
    fund.refresh_from_db()
    return fund


def review_all(accountant: User, chair: User, before: date = date.max) -> None:
    """Everything booked before a day is made and reviewed."""
    for voucher in Voucher.objects.filter(state="received", on__lt=before):
        vouchers.make(voucher, by=accountant)
    for voucher in Voucher.objects.filter(state="made", on__lt=before):
        vouchers.review(voucher, by=chair)


def close_all(accountant: User, chair: User, before: date) -> None:
    """Everything booked before a day is made, reviewed and closed."""
    review_all(accountant, chair, before)
    for period in Period.objects.filter(state="open", first_on__lt=before).order_by("first_on"):
        periods.close(period, by=accountant)


@contextmanager
def without_guards() -> Iterator[None]:
    """The triggers of the book are taken down: for the twins that show what they are for."""
    guards = import_module("unionhall.funds.migrations.0002_guards")
    with connection.cursor() as cursor:
        editor = SimpleNamespace(connection=connection, execute=cursor.execute)
        guards.take_down(None, editor)
        try:
            yield
        finally:
            guards.put_up(None, editor)


@contextmanager
def without_the_check() -> Iterator[None]:
    """The database no longer asks whether a purse or the cash box is overdrawn; on PostgreSQL until the test is undone."""
    sqlite = connection.vendor == "sqlite"
    with connection.cursor() as cursor:
        if sqlite:
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE funds_fund DROP CONSTRAINT IF EXISTS fund_restricted_not_overdrawn")
            cursor.execute("ALTER TABLE funds_account DROP CONSTRAINT IF EXISTS account_cash_not_negative")
        try:
            yield
        finally:
            if sqlite:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")
