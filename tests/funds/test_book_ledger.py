"""The book: what is written in it adds up, is reviewed by another, closed in order and only ever reversed."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.funds.conftest import APRIL, MARCH, without_guards, without_the_check
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.funds.flow.book import FundState, PeriodState, VoucherState
from unionhall.funds.kinds.ledger import AccountKind, FundKind, VoucherKind, Way
from unionhall.funds.models import Account, Entry, Fund, Period, Voucher
from unionhall.funds.rules.chart import MONEY
from unionhall.funds.rules.entries import Line
from unionhall.funds.selectors import balances
from unionhall.funds.services import chart, income, opening, periods, purses, remainders, vouchers
from unionhall.kernel import clock


def paid(fund, fen):
    return [Line("231", debit=fen, fund=fund), Line("102", credit=fen, fund=fund)]


def dues(fen=100):
    return [Line("102", debit=fen), Line("401", credit=fen)]


def counts():
    return [model.objects.count() for model in (Voucher, Entry, Period, Event)]


def test_a_voucher_is_numbered_in_its_month_and_its_purse_follows(accountant):
    booked = [vouchers.book(by=accountant, on=day, text="会费", lines=dues()) for day in (MARCH, MARCH, APRIL)]
    assert [(str(voucher), voucher.kind, voucher.total) for voucher in booked] == [
        ("2023-03 收-001", VoucherKind.RECEIPT, 1),
        ("2023-03 收-002", VoucherKind.RECEIPT, 1),
        ("2023-04 收-001", VoucherKind.RECEIPT, 1),
    ]
    assert purses.general().balance() == 300


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ([Line("102", debit=100), Line("401", credit=99)], "借方合计1.00元，贷方合计0.99元"),
        ([Line("102", debit=-100), Line("401", credit=-100)], "不能是负数"),
        ([Line("102", debit=100)], "一借一贷"),
        ([Line("102", debit=100, credit=100), Line("401", credit=0)], "只填借方或贷方"),
        ([Line("102", debit=100), Line("999", credit=100)], "没有启用的科目“999”"),
        ([Line("102", debit=10**14), Line("401", credit=10**14)], "超出可能的范围"),
    ],
)
def test_what_does_not_add_up_is_refused_in_words_and_changes_nothing(accountant, lines, words):
    before = counts()
    with pytest.raises(Blocked, match=words):
        vouchers.book(by=accountant, on=MARCH, text="错账", lines=lines)
    assert counts() == before


def test_each_purse_adds_up_by_itself(accountant, drive):
    with pytest.raises(Blocked, match="分账核算（CARE-08）"):
        vouchers.book(
            by=accountant, on=MARCH, text="挪用", lines=[Line("510", debit=1), Line("102", credit=1, fund=drive)]
        )


def test_a_restricted_purse_is_not_overdrawn_by_one_fen(accountant, drive):
    before = counts()
    with pytest.raises(Blocked, match=r"可用20\.00元，不够20\.01元；专项资金专款专用，不得透支（DON-03"):
        vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 2001))
    assert counts() == before
    vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 2000))
    drive.refresh_from_db()
    assert (drive.balance(), drive.entries.of("231").fen()) == (0, 0)


def test_what_is_promised_is_not_paid_to_others(accountant, drive):
    purses.reserve(drive, 1500)
    with pytest.raises(Blocked, match=r"可用5\.00元"):
        purses.reserve(drive, 501)
    with pytest.raises(Blocked, match=r"可用5\.00元"):
        vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 501))
    purses.release(drive, 1500)
    with pytest.raises(Blocked, match="没有这么多已批未付"):
        purses.release(drive, 1)


def test_goods_and_money_of_a_purse_stay_apart(accountant, clerk, drive):
    income.receive(None, by=clerk, fund=drive, fen=300, way=Way.GOODS, on=MARCH, text="捐物")
    with pytest.raises(Blocked, match=r"可用3\.00元，不够3\.01元"):
        lines = [Line("231", debit=301, fund=drive), Line("141", credit=301, fund=drive)]
        vouchers.book(by=accountant, on=MARCH, text="发放物品", lines=lines)
    drive.refresh_from_db()
    assert (drive.money, drive.goods, drive.balance()) == (20, 3, 2300)


def test_two_who_pay_the_last_of_a_purse_at_once_are_held_by_the_database(drive):
    """Both looked before either wrote; the check of the database refuses the second, and without it the harm is done."""

    def pay():
        Fund.objects.filter(pk=drive.pk).update(money=F("money") - 1500)  # the column holds fen

    pay()
    with pytest.raises(IntegrityError), transaction.atomic():
        pay()
    with without_the_check():
        pay()
        assert Fund.objects.get(pk=drive.pk).balance() == -1000


def test_accountant_cashier_and_reviewer_are_three_roles_in_two_persons_at_least(
    accountant, cashier, chair, clerk, drive
):
    receipt = Voucher.objects.get()
    assert (receipt.state, receipt.handled_by, receipt.made_by) == (VoucherState.RECEIVED, clerk, None)
    with pytest.raises(NotAllowed, match="由工会会计编制"):
        vouchers.make(receipt, by=cashier)
    vouchers.make(receipt, by=accountant)
    with pytest.raises(NotAllowed, match="制单人以外的人复核（FIN-09"):
        vouchers.review(receipt, by=accountant)
    vouchers.review(receipt, by=chair)
    with pytest.raises(WrongState):
        vouchers.review(receipt, by=chair)
    with pytest.raises(NotAllowed, match="经手这笔款项的人不能制单"):
        vouchers.book(by=accountant, on=MARCH, text="付款", lines=paid(drive, 1), handled_by=accountant)
    with pytest.raises(IntegrityError), transaction.atomic():
        Voucher.objects.filter(pk=receipt.pk).update(reviewed_by=F("made_by"))


def test_who_handled_the_money_does_not_review_it(accountant, chair):
    voucher = vouchers.book(by=accountant, on=MARCH, text="会费", lines=dues(), handled_by=chair)
    with pytest.raises(NotAllowed, match="经手这笔款项的人不能复核"):
        vouchers.review(voucher, by=chair)


def test_the_same_receipt_is_booked_once(clerk, drive):
    given = {"by": clerk, "fund": drive, "fen": 500, "way": Way.CASH, "on": MARCH, "text": "捐款", "key": "gift-1"}
    assert income.receive(None, **given) == income.receive(None, **given)
    drive.refresh_from_db()
    assert drive.balance() == 2500
    with pytest.raises(Blocked, match="应大于零"):
        income.receive(None, **given | {"fen": 0, "key": ""})


def test_a_mistake_is_reversed_and_both_vouchers_name_each_other(accountant, drive):
    wrong = vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 700))
    turned = vouchers.reverse(wrong, by=accountant, on=APRIL, reason="收款人有误")
    assert (turned.reverses, Voucher.objects.get(pk=wrong.pk).reversed_by, turned.on) == (wrong, turned, APRIL)
    assert [entry.fen for entry in turned.entries.all()] == [-700, 700]
    drive.refresh_from_db()
    assert drive.balance() == 2000
    with pytest.raises(Blocked, match="已由2023-04 付-001冲销"):
        vouchers.reverse(wrong, by=accountant, on=APRIL, reason="再来一次")
    with pytest.raises(Blocked, match="不能再冲销"):
        vouchers.reverse(turned, by=accountant, on=APRIL, reason="冲销冲销")


def test_what_was_spent_meanwhile_cannot_be_reversed_out_of_a_purse(accountant, drive):
    vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 1))
    with pytest.raises(Blocked, match="不得透支"):
        vouchers.reverse(Voucher.objects.get(kind=VoucherKind.RECEIPT), by=accountant, on=APRIL, reason="退回")


def test_months_close_in_order_when_everything_is_reviewed_and_stay_closed(accountant, chair):
    february = vouchers.book(by=accountant, on=date(2023, 2, 3), text="会费", lines=dues())
    march = vouchers.book(by=accountant, on=MARCH, text="会费", lines=dues())
    with pytest.raises(Blocked, match="2023年2月还没有结账，请按月份顺序结账"):
        periods.close(march.period, by=accountant)
    with pytest.raises(Blocked, match="还有1张凭证没有复核"):
        periods.close(february.period, by=accountant)
    for voucher in (february, march):
        vouchers.review(voucher, by=chair)
        periods.close(voucher.period, by=accountant)
    before = counts()
    for day in (MARCH, date(2023, 2, 28), date(2022, 12, 31)):
        with pytest.raises(Blocked, match=r"已经结账.*工会会计制度"):
            vouchers.book(by=accountant, on=day, text="补记", lines=dues())
    with pytest.raises(Blocked, match="已经结账"):
        vouchers.reverse(march, by=accountant, on=MARCH, reason="错账")
    assert counts() == before
    assert vouchers.reverse(march, by=accountant, on=APRIL, reason="错账").period != march.period
    with clock.pinned(APRIL), pytest.raises(Blocked, match="2023年4月还没有结束"):
        periods.close(Period.objects.get(first_on=date(2023, 4, 1)), by=accountant)


def closed_voucher(accountant, chair):
    voucher = vouchers.book(by=accountant, on=MARCH, text="会费", lines=dues())
    vouchers.review(voucher, by=chair)
    periods.close(voucher.period, by=accountant)
    return Voucher.objects.get(pk=voucher.pk)


# What a careless statement would do to the book, each with the words of the guard that stops it.
CARELESS = {
    "change an entry": lambda v: v.entries.update(amount=F("amount") + 1),
    "change a voucher": lambda v: Voucher.objects.filter(pk=v.pk).update(text="改过"),
    "date another into the closed month": lambda v: Voucher.objects.create(
        period=v.period, kind="transfer", serial=99, on=v.on, text="补记", total=Decimal(1), made_by=v.made_by
    ),
    "add an entry": lambda v: Entry.objects.create(
        voucher=v, order=9, account=Account.objects.first(), fund=Fund.objects.first(), amount=1
    ),
    "open the month again": lambda v: Period.objects.filter(pk=v.period_id).update(state=PeriodState.OPEN),
    "take the review back": lambda v: Voucher.objects.filter(pk=v.pk).update(state=VoucherState.MADE),
    "delete an entry": lambda v: v.entries.all()._raw_delete("default"),
}


@pytest.mark.parametrize("harm", CARELESS)
def test_the_database_keeps_a_closed_month_and_without_its_guards_the_harm_is_done(accountant, chair, harm):
    voucher = closed_voucher(accountant, chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        CARELESS[harm](voucher)
    with without_guards():
        CARELESS[harm](voucher)


@pytest.mark.parametrize("rows", [Entry, Voucher], ids=["an entry", "a voucher"])
def test_nothing_booked_is_deleted_in_an_open_month_either(drive, rows):
    booked = rows._base_manager.filter(pk=rows.objects.first().pk)
    with pytest.raises(Blocked, match="不能删除"):
        rows.objects.all().delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        booked._raw_delete(booked.db)
    with without_guards():
        Entry._base_manager.all()._raw_delete(booked.db)
        assert booked._raw_delete(booked.db) == (1 if rows is Voucher else 0)


def test_the_database_seals_no_voucher_that_does_not_add_up(accountant, drive):
    chart.furnish()
    period = Period.objects.get()
    voucher = Voucher.objects.create(
        period=period, kind="transfer", serial=7, on=MARCH, text="x", total=Decimal(1), made_by=accountant
    )
    bank, income_ = Account.objects.get(code="102"), Account.objects.get(code="401")
    for order, (account, fund, amount) in enumerate([(bank, drive, 1), (income_, purses.general(), -1)]):
        Entry.objects.create(voucher=voucher, order=order, account=account, fund=fund, amount=amount)
    seal = Voucher.objects.filter(pk=voucher.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        seal.update(is_sealed=True)
    with without_guards():
        assert seal.update(is_sealed=True) == 1


def test_opening_balances_come_before_everything_and_once(accountant):
    lines = [Line("102", debit=5000), Line("321", credit=5000)]
    voucher = opening.open_balances(by=accountant, on=date(2023, 1, 1), lines=lines)
    with pytest.raises(Blocked, match="期初余额已经登记"):
        opening.open_balances(by=accountant, on=date(2023, 1, 1), lines=lines)
    vouchers.reverse(voucher, by=accountant, on=date(2023, 1, 1), reason="录错")
    opening.open_balances(by=accountant, on=date(2023, 1, 1), lines=lines)
    assert purses.general().balance() == 5000
    with pytest.raises(Blocked, match="不能晚于已有的凭证"):
        vouchers.book(by=accountant, on=MARCH, text="会费", lines=dues())
        opening.open_balances(by=accountant, on=APRIL, lines=lines)


def test_a_purse_is_settled_only_when_empty_and_by_the_rule_told_at_the_start(accountant, clerk, drive):
    with pytest.raises(Blocked, match="DON-07"):
        purses.open(title="捐款", kind=FundKind.DRIVE, by=clerk)
    with pytest.raises(Blocked, match=r"尚有结余20\.00元，请先按开立时公布的办法处理：转入互助金（DON-03"):
        purses.settle(drive, by=clerk)
    vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 2000))
    purses.settle(drive, by=clerk)
    assert drive.state == FundState.CLOSED
    with pytest.raises(Blocked, match="已经结清"):
        income.receive(None, by=clerk, fund=drive, fen=1, way=Way.CASH, on=APRIL, text="捐款")


def test_a_remainder_goes_where_it_was_said_at_the_start_and_the_purse_is_settled(accountant, clerk, drive):
    income.receive(None, by=clerk, fund=drive, fen=300, way=Way.GOODS, on=MARCH, text="捐物")
    aid = purses.open(title="互助金", kind=FundKind.UNION, by=clerk)
    drive.refresh_from_db()
    other = purses.open(title="又一次", kind=FundKind.DRIVE, by=clerk, subject=accountant, remainder_rule="转入互助金")
    for wrong in (purses.general(), other, drive):  # never the union's own money, nor another drive's
        with pytest.raises(Blocked, match="请转入为此开立的专项资金"):
            remainders.pass_on(drive, by=accountant, to=wrong, reason="x")
    assert list(Fund.objects.for_remainder_of(drive)) == [aid]
    voucher = remainders.pass_on(drive, by=accountant, to=aid, reason="按公布的办法转入互助金")
    assert [(str(line.account), line.fund.title, line.fen) for line in voucher.entries.all()] == [
        ("231 代管经费", "爱心捐款", 2300),
        ("102 银行存款", "爱心捐款", -2000),
        ("141 库存物品", "爱心捐款", -300),
        ("102 银行存款", "互助金", 2000),
        ("141 库存物品", "互助金", 300),
        ("408 其他收入", "互助金", -2300),
    ]
    drive.refresh_from_db()
    aid.refresh_from_db()
    assert (drive.balance(), aid.money, aid.goods) == (0, 20, 3)
    with pytest.raises(Blocked, match=r"没有约定结余怎样处理.*慈善法第五十四条"):
        remainders.pass_on(aid, by=accountant, to=purses.general(), reason="x")
    with pytest.raises(Blocked, match="没有结余"):
        remainders.pass_on(drive, by=accountant, to=aid, reason="x")
    purses.settle(drive, by=clerk)


def test_what_only_moves_between_cash_and_bank_is_no_income_of_a_purse(accountant, clerk, drive):
    income.receive(None, by=clerk, fund=drive, fen=300, way=Way.CASH, on=MARCH, text="捐款")
    vouchers.book(
        by=accountant, on=MARCH, text="转付捐款", lines=paid(drive, 2100)
    )  # a yuan of it in cash, by the bank
    aid = purses.open(title="互助金", kind=FundKind.UNION, by=clerk)
    drive.refresh_from_db()
    remainders.pass_on(drive, by=accountant, to=aid, reason="按公布的办法转入互助金")
    assert balances.both_ways(drive.entries.of(*MONEY)) == (23, -23)
    assert balances.both_ways(aid.entries.of(*MONEY)) == (2, 0)


def test_every_account_says_where_it_comes_from_and_which_unions_use_it(accountant):
    chart.furnish()
    assert not Account.objects.filter(source="").exists()
    assert set(Account.objects.values_list("kind", flat=True)) == set(AccountKind)
    assert Account.objects.filter(level="county", code="502").exists()
    codes = set(Account.objects.values_list("code", flat=True))
    assert {code[:-2] for code in codes if len(code) > 3} <= codes
    with pytest.raises(Blocked, match="已经用过"):
        chart.add(by=accountant, code="50102", name="体育", level="basic", source="本会", checked="S")
