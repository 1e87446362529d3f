"""The book: what is written in it adds up, is reviewed by another, closed in order and only ever reversed."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.kit.world import Persona, build
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.ledger import FundKind, VoucherKind, Way
from unionhall.funds.models import Entry, Fund, Period, Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import income, opening, periods, purses, vouchers
from unionhall.kernel import clock

MARCH, APRIL = date(2023, 3, 15), date(2023, 4, 10)


@pytest.fixture
def world(union, other_union):
    with clock.pinned(date(2023, 4, 30)):
        yield build(union, other_union)


@pytest.fixture
def accountant(world):
    return world.user(Persona.ACCOUNTANT)


@pytest.fixture
def chair(world):
    return world.user(Persona.CHAIR)


@pytest.fixture
def cashier(world):
    return world.user(Persona.CASHIER)


@pytest.fixture
def drive(world):
    """A collection that has twenty yuan in the bank."""
    clerk = world.user(Persona.CLERK)
    fund = purses.open(title="爱心捐款", kind=FundKind.DRIVE, by=clerk, remainder_rule="转入互助金")
    income.receive(None, by=clerk, fund=fund, fen=2000, way=Way.TRANSFER, on=MARCH, text="捐款")
    fund.refresh_from_db()
    return fund


def paid(fund, fen):
    return [Line("231", debit=fen, fund=fund), Line("102", credit=fen, fund=fund)]


def dues(fen=100):
    return [Line("102", debit=fen), Line("401", credit=fen)]


def test_a_voucher_is_numbered_in_its_month_and_its_purse_follows(accountant, chair):
    one, two = (vouchers.book(by=accountant, on=MARCH, text="会费", lines=dues()) for _ in range(2))
    other = vouchers.book(by=accountant, on=APRIL, text="会费", lines=dues())
    assert [(str(v), v.kind, v.total) for v in (one, two, other)] == [
        ("2023-03 收-001", VoucherKind.RECEIPT, 1),
        ("2023-03 收-002", VoucherKind.RECEIPT, 1),
        ("2023-04 收-001", VoucherKind.RECEIPT, 1),
    ]
    assert purses.general().balance() == 300
    vouchers.review(one, by=chair)
    assert Voucher.objects.get(pk=one.pk).state == VoucherState.REVIEWED


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([Line("102", debit=100), Line("401", credit=99)], "借方合计1.00元，贷方合计0.99元"),
        ([Line("102", debit=-100), Line("401", credit=-100)], "不能是负数"),
        ([Line("102", debit=100)], "一借一贷"),
        ([Line("102", debit=100, credit=100), Line("401", credit=0)], "只填借方或贷方"),
        ([Line("102", debit=100), Line("999", credit=100)], "没有启用的科目“999”"),
    ],
)
def test_what_does_not_add_up_is_refused_in_words_and_changes_nothing(accountant, lines, words):
    with pytest.raises(Blocked, match=words):
        vouchers.book(by=accountant, on=MARCH, text="错账", lines=lines)
    assert not Voucher.objects.exists()
    assert not Period.objects.exists()
