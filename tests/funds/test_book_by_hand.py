"""What the accountant books by hand is no spending, rests on a paper, and leaves the cash box as full as it can be."""

from contextlib import nullcontext

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.funds.conftest import APRIL, MARCH, without_the_check
from tests.funds.money_world import a_file
from unionhall.flows import Blocked
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Account, Entry, Paper, Voucher
from unionhall.funds.rules.by_hand import problem
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import by_hand, income, payments, purses, vouchers
from unionhall.kernel import clock


def debit(account, fen=100, fund=None):
    return Line(account, debit=fen, fund=fund)


def credit(account, fen=100, fund=None):
    return Line(account, credit=fen, fund=fund)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([debit("101"), credit("102")], None),  # cash fetched from the bank
        ([debit("102"), credit("408")], None),  # interest
        ([debit("50102"), credit("50106")], None),  # a wrong account put right
        ([debit("162"), credit("301")], None),  # an asset entered in its fund
        ([debit("50102"), credit("101")], "支出不能手工制单.*FIN-11"),
        ([debit("50102"), credit("225")], "支出不能手工制单"),  # on credit, to be paid later
        ([debit("225"), credit("102")], "付款不能手工制单.*FIN-09"),
        ([debit("135"), credit("10101")], "付款不能手工制单"),
        ([debit("231"), credit("141")], "发放物品不能手工制单"),
        ([debit("102", fund="本会"), credit("231", fund="本会"), debit("231", fund="捐款"), credit("102", fund="捐款")],
         "付款不能手工制单"),
    ],
)  # fmt: skip
def test_what_spends_is_not_booked_by_hand(lines, why):
    reason = problem(lines)
    if why is None:
        assert reason is None
    else:
        with pytest.raises(Blocked, match=why):
            raise Blocked(reason)


@pytest.mark.parametrize(("kind", "refused"), [(FundKind.EMPLOYER_RETIREES, True), (FundKind.UPPER, False)])
def test_what_is_kept_for_others_is_no_income_of_the_union(accountant, clerk, kind, refused):
    fund = purses.open(title="离退休经费", kind=kind, by=clerk)
    income_of_it = [debit("102", fund=fund), credit("405", fund=fund)]
    facts = {"by": accountant, "on": MARCH, "kind": "receipt", "text": "医院拨付", "upload": a_file("回单.pdf")}
    with pytest.raises(Blocked, match=r"“离退休经费”是代管的资金.*231") if refused else nullcontext():
        by_hand.book(lines=income_of_it, **facts)
    by_hand.book(lines=[debit("102", fund=fund), credit("231", fund=fund)], **facts)


def test_a_voucher_by_hand_keeps_its_paper_and_an_expense_leaves_nothing_behind(accountant):
    facts = {"by": accountant, "on": MARCH, "kind": "receipt"}
    interest = [debit("102"), credit("408")]
    voucher = by_hand.book(text="利息", lines=interest, upload=a_file("回单.pdf"), **facts)
    paper = Paper.objects.get(voucher=voucher)
    assert (paper.kind, paper.text, paper.attachment.name) == ("receipt", "回单.pdf", "回单.pdf")
    assert {entry.text for entry in voucher.entries.all()} == {"利息"}
    with pytest.raises(Blocked, match="经费申请"):
        by_hand.book(text="运动会", lines=[debit("50102"), credit("102")], upload=a_file("发票.pdf"), **facts)
    assert Voucher.objects.get() == voucher


def test_the_cash_box_is_never_below_zero_and_without_the_check_it_would_be(accountant, cashier):
    income.receive(None, by=cashier, fund=None, fen=500, way=Way.CASH, on=MARCH, text="会费", account="401")
    spend = {"by": accountant, "on": APRIL, "text": "奖品"}
    with pytest.raises(Blocked, match=r"库存现金只有5\.00元，不够付出5\.01元.*现金管理暂行条例"):
        vouchers.book(lines=[debit("50102", 501), credit("101", 501)], **spend)
    vouchers.book(lines=[debit("50102", 400), credit("101", 400)], **spend)
    box = Account.objects.filter(code="101")
    assert box.get().in_hand == 1 == Entry.objects.of("101").fen() / 100
    with pytest.raises(IntegrityError), transaction.atomic():
        box.update(in_hand=F("in_hand") - 200)  # the column holds fen
    with without_the_check():
        assert box.update(in_hand=F("in_hand") - 200) == 1


def test_the_cashier_pays_no_cash_there_is_not_and_what_was_paid_and_not_booked_is_gone(money):
    income.receive(None, by=money.cashier, fund=None, fen=100_000, way=Way.CASH, on=MARCH, text="会费", account="401")
    first, second = money.approved(60_000), money.approved(60_000)
    payments.pay(first, by=money.cashier, way=Way.CASH)
    with pytest.raises(Blocked, match=r"库存现金只有400\.00元，不够付出600\.00元"):
        payments.pay(second, by=money.cashier, way=Way.CASH)
    payments.pay(second, by=money.cashier, way=Way.TRANSFER)


def test_a_voucher_is_not_dated_before_its_payment(money):
    request = money.paid()
    with pytest.raises(Blocked, match="凭证日期2023年4月10日早于付款日期2023年4月30日"):
        payments.book(request, by=money.accountant, on=APRIL)
    assert payments.book(request, by=money.accountant, on=clock.today()).on == clock.today()
