"""What each verb of the money refuses beside what its own tests tell: to whom, when, and in which words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from tests.funds.conftest import APRIL, MARCH, TODAY
from tests.kit.world import Persona
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.flows import Refusal
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Account, Audit, Budget, Dues, Fund, Period
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import (
    audits,
    budgets,
    chart,
    disclosure,
    dues,
    income,
    payments,
    periods,
    purses,
    remainders,
    returns,
    spending,
    vouchers,
    years,
)
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How
from unionhall.people.models import Body, Person, Post, Seat

SINCE = date(2020, 1, 1)


def also(money, user, role: Role) -> User:
    """Somebody with a second post."""
    body = Body.objects.create(kind=BodyKind.COMMITTEE, name="兼任", unit=money.world.home.units["root"])
    seat = Seat.objects.create(body=body, title="兼任", role=role)
    Post.objects.create(seat=seat, person=Person.objects.get(user=user), how=How.ELECTION, began_on=SINCE)
    return User.objects.get(pk=user.pk)


def audit(money, **facts) -> Audit:
    known = {"title": "年度审查", "kind": "yearly", "first_on": SINCE, "last_on": TODAY}
    return audits.begin(by=money.auditor, **known | facts)


def booked(money, on=MARCH, by=None):
    lines = [Line("102", debit=100), Line("401", credit=100)]
    return vouchers.book(by=by or money.accountant, on=on, text="会费", lines=lines)


def purse(money, fen=0, kind=FundKind.UPPER, rule="结转") -> Fund:
    fund = purses.open(title="补助", kind=kind, by=money.clerk, remainder_rule=rule)
    if fen:
        income.receive(None, by=money.clerk, fund=fund, fen=fen, way=Way.TRANSFER, on=MARCH, text="补助")
    return fund


def promised(money) -> Fund:
    """A purse out of which a request is approved."""
    fund = purse(money, 100_000)
    money.approved(100_000, fund=fund)
    fund.refresh_from_db()
    return fund


def pay_by_who_asked(money):
    both = also(money, money.clerk, Role.CASHIER)
    payments.pay(money.approved(), by=both)


def pay_by_who_keeps_the_book(money):
    both = also(money, money.accountant, Role.CASHIER)
    payments.pay(money.approved(), by=both)


def book_by_who_approved(money):
    both = also(money, money.chair, Role.ACCOUNTANT)
    payments.book(money.paid(), by=both)


def take_back_by_who_paid(money):
    request = money.paid()
    both = also(money, money.cashier, Role.ACCOUNTANT)
    returns.take_back(request, by=both, reason="付错")


def make_by_a_cashier(money):
    both = also(money, money.accountant, Role.CASHIER)
    booked(money, by=both)


def audit_ones_own_book(money):
    both = also(money, money.accountant, Role.AUDITOR)
    facts = {"title": "年度审查", "kind": "yearly", "first_on": SINCE, "last_on": TODAY}
    audits.begin(by=both, **facts)


def accept_ones_own_answer(money):
    both = also(money, money.clerk, Role.AUDITOR)
    facts = {"title": "缺签领表", "text": "没有签领表", "clause": "FIN-11", "due_on": TODAY}
    finding = audits.raise_finding(audit(money), by=money.auditor, **facts)
    audits.answer(finding, by=both, measure="已补")
    audits.accept(finding, by=both)


def put_right_by_yesterday(money):
    facts = {"title": "缺签领表", "text": "没有签领表", "clause": "FIN-11", "due_on": date(2023, 4, 29)}
    audits.raise_finding(audit(money), by=money.auditor, **facts)


def pay_before_the_approval(money):
    payments.pay(money.approved(), by=money.cashier, paid_on=date(2023, 4, 29))


def book_before_the_payment(money):
    payments.book(money.paid(), by=money.accountant, on=date(2023, 4, 29))


def close_the_year_of_a_final_account(money):
    final = budgets.close_year(Budget.objects.get(), by=money.accountant)
    Budget.objects.filter(pk=final.pk).update(state="in_force")
    final.refresh_from_db()
    budgets.close_year(final, by=money.accountant)


def adjust_a_final_account(money):
    final = budgets.close_year(Budget.objects.get(), by=money.accountant)
    Budget.objects.filter(pk=final.pk).update(state="in_force")
    final.refresh_from_db()
    budgets.adjust(final, by=money.accountant, text="调整")


def disclose_a_quarter_that_runs(money):
    voucher = booked(money, on=APRIL)
    vouchers.review(voucher, by=money.chair)
    periods.close(voucher.period, by=money.accountant)
    disclosure.publish(by=money.clerk, quarter=APRIL)


def remind_who_has_no_account(money):
    person = Person.objects.create(staff_no="99999", name="无账号", department=money.member.department)
    dues.reckon([dues.Wage(person, MARCH, Decimal(5000))], by=money.clerk)
    dues.remind(Dues.objects.get(person=person), by=money.clerk)


def close_in_the_wrong_order(money):
    booked(money, on=date(2023, 2, 3))
    periods.close(booked(money).period, by=money.accountant)


REFUSED: list[tuple[Callable, str]] = [
    # one pair of hands does not do it all (FIN-09)
    (pay_by_who_asked, r"您本人提出的申请，须由另一人付款.*FIN-09"),
    (pay_by_who_keeps_the_book, r"会计不得兼办出纳付款.*FIN-09"),
    (book_by_who_approved, r"申请、审批、付款的人不得记这笔账.*FIN-09"),
    (take_back_by_who_paid, r"付款的人不能办理退回.*FIN-09"),
    (make_by_a_cashier, r"出纳不得兼任.*登记工作.*FIN-09"),
    # requests and payments
    (lambda money: money.ask(payees=[]), "请写明付给谁、多少钱"),
    (lambda money: money.ask(title=" "), "请填事由"),
    (lambda money: money.ask(by=money.world.user(Persona.MEMBER)), "经费由工会办公室和分会主席申请"),
    (lambda money: spending.refuse(money.ask(), by=money.chair, reason=" "), "请写明不予批准的理由"),
    (lambda money: spending.withdraw(money.ask(), by=money.clerk, reason=" "), "请写明撤回的理由"),
    (lambda money: returns.take_back(money.paid(), by=money.accountant, reason=" "), "请写明退回的理由"),
    (pay_before_the_approval, "付款日期早于批准日期"),
    (lambda money: payments.pay(money.approved(), by=money.cashier, paid_on=date(2023, 5, 1)), "付款日期在今天以后"),
    (book_before_the_payment, r"早于付款日期.*会计法"),
    (lambda money: money.ask(purpose=Purpose.REMITTANCE, fund=purse(money)), "不能动用专项资金"),
    # vouchers and months
    (lambda money: booked(money, on=date(2023, 5, 1)), "凭证日期不能晚于今天"),
    (lambda money: booked(money, on=date(1949, 1, 1)), "凭证日期早于1950年"),
    (lambda money: vouchers.reverse(booked(money), by=money.accountant, on=TODAY, reason=" "), "请写明冲销的原因"),
    (
        lambda money: vouchers.reverse(booked(money), by=money.accountant, on=date(2023, 3, 14), reason="错账"),
        "冲销日期不能早于原凭证日期",
    ),
    (close_in_the_wrong_order, "2023年2月还没有结账，请按月份顺序结账"),
    (lambda money: years.carry(by=money.cashier, year=2022), "凭证由工会会计编制"),
    # purses
    (lambda money: purses.open(title=" ", kind=FundKind.UPPER, by=money.clerk), "请写明专项资金的名称"),
    (lambda money: [purse(money) for _twice in range(2)], "已经有同名的专项资金"),
    (lambda money: purses.settle(purses.general(), by=money.clerk), "本会经费是长期账户，不结清"),
    (lambda money: purses.settle(promised(money), by=money.clerk), r"已批准未支付的1,000\.00元，不能结清"),
    (
        lambda money: remainders.pass_on(promised(money), by=money.accountant, to=purses.general(), reason="x"),
        r"已批准未支付的1,000\.00元，付清或撤回后再处理结余",
    ),
    (
        lambda money: (
            (fund := purse(money, 100, kind=FundKind.UNION))
            and remainders.pass_on(fund, by=money.accountant, to=fund, reason="x")
        ),
        "结余不能转入“补助”",
    ),
    # the chart of accounts
    (lambda money: chart.begin(by=money.clerk), "会计科目由工会会计设置"),
    (lambda money: account(money, "60101"), "首位 1 至 5"),
    (lambda money: account(money, "5110101"), "请先设置上级科目“51101”"),
    # budgets
    (lambda money: budgets.draft(by=money.cashier, year=2024), "预算由工会办公室和会计编制"),
    (lambda money: budgets.draft(by=money.clerk, year=1949), "“1949”不是年份"),
    (lambda money: budgets.draft(by=money.clerk, year=2024, carried=Decimal(-1)), "上年结余不能是负数"),
    (lambda money: line(money, "102", 5), "不是收入或支出科目，不列预算"),
    (lambda money: line(money, "402", -5), "预算金额不能是负数"),
    (lambda money: budgets.adjust(Budget.objects.get(), by=money.clerk, text=" "), "请写明调整的理由"),
    (adjust_a_final_account, "决算不调整"),
    (close_the_year_of_a_final_account, "这已经是决算"),
    # audits and disclosures
    (audit_ones_own_book, "记账的人不能审查自己的账（FIN-12）"),
    (accept_ones_own_answer, "报整改的人不能自己销号（FIN-12）"),
    (lambda money: audit(money, last_on=date(2019, 1, 1)), "止日早于起日"),
    (lambda money: audit(money, first_on=date(2023, 5, 1), last_on=date(2023, 6, 1)), "审查期间还没有开始"),
    (put_right_by_yesterday, "整改期限早于今天"),
    (lambda money: disclosure.publish(by=money.clerk, quarter=date(2022, 1, 1)), "还没有可以公布的账目"),
    (disclose_a_quarter_that_runs, "还没有可以公布的账目"),
    # dues
    (remind_who_has_no_account, "还没有开通账号"),
    (lambda money: dues.reckon([], by=money.cashier), "会费和拨缴经费由工会办公室和会计登记"),
]


def account(money, code: str) -> None:
    chart.add(by=money.accountant, code=code, name="科目", level="basic", source="本会", checked="S")


def line(money, code: str, amount: int) -> None:
    draft = budgets.draft(by=money.clerk, year=2024)
    budgets.set_line(draft, by=money.clerk, account=Account.objects.get(code=code), amount=Decimal(amount))


@pytest.mark.parametrize(("act", "why"), REFUSED, ids=[why for _act, why in REFUSED])
def test_it_is_refused_in_words(money, act, why):
    with pytest.raises(Refusal, match=why):
        act(money)


def test_a_remainder_that_goes_into_custody_stays_in_custody(money):
    drive, other = (
        purses.open(title=title, kind=FundKind.DRIVE, by=money.clerk, remainder_rule="转入另一次募捐")
        for title in "甲乙"
    )
    income.receive(None, by=money.clerk, fund=drive, fen=100, way=Way.TRANSFER, on=MARCH, text="捐款")
    drive.refresh_from_db()
    voucher = remainders.pass_on(drive, by=money.accountant, to=other, reason="按约定")
    assert [line.account.code for line in voucher.entries.all()] == ["231", "102", "102", "231"]


def test_a_month_closes_from_its_last_day_on(money):
    month = booked(money).period
    vouchers.review(month.vouchers.get(), by=money.chair)
    with clock.pinned(date(2023, 3, 30)), pytest.raises(Refusal, match="还没有结束"):
        periods.close(month, by=money.accountant)
    with clock.pinned(date(2023, 3, 31)):
        periods.close(Period.objects.get(pk=month.pk), by=money.accountant)
