"""A payment taken back, or less than approved: contra voucher, what was set aside free, the record above told."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.funds.conftest import MARCH
from tests.funds.money_world import allotted
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.funds import subjects
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Contribution, Dues, Entry, Payment, SpendingRequest, Voucher
from unionhall.funds.plain import Payee
from unionhall.funds.selectors import dues as selectors
from unionhall.funds.services import (
    contributions,
    dues,
    income,
    payments,
    purses,
    remittances,
    returns,
    spending,
    undoing,
)
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.models import Person


@pytest.fixture
def told(monkeypatch):
    """What the module above hears of a request for a person."""
    heard = []
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(
        Person,
        rows=lambda user: Person.objects.all(),
        url=lambda obj, user: "/",
        paid=lambda request, by: heard.append("paid"),
        taken_back=lambda request, by, reason: heard.append(reason),
    )
    return heard


def test_a_booked_payment_is_taken_back_by_the_accountant_with_a_contra_voucher(money, told):
    request = money.paid(subject=money.member)
    voucher = payments.book(request, by=money.accountant)
    with pytest.raises(NotAllowed):
        returns.take_back(request, by=money.cashier, reason="付错")
    with pytest.raises(Blocked, match="理由"):
        returns.take_back(request, by=money.accountant, reason=" ")
    returns.take_back(request, by=money.accountant, reason="发票不实，商家已退款")
    contra = Voucher.objects.get(reverses=voucher)
    assert [entry.fen for entry in contra.entries.order_by("order")] == [-100_000, 100_000]
    assert (request.state, allotted("50102").reserved, purses.general().balance()) == (State.TAKEN_BACK, 0, 0)
    payment = Payment.objects.get()
    assert (payment.taken_back_on, payment.taken_back_by, payment.amount) == (clock.today(), money.accountant, 1000)
    assert told == ["paid", "发票不实，商家已退款"]
    assert Event.objects.get(verb="funds.requests.take_back").reason == "发票不实，商家已退款"
    assert Notice.objects.filter(key="funds.taken_back", user=money.clerk).exists()
    with pytest.raises(WrongState):
        returns.take_back(request, by=money.accountant, reason="再一次")
    page = money.world.client(Persona.ACCOUNTANT).get(reverse("funds.requests.detail", args=[request.pk]))
    assert all(reverse("funds.vouchers.detail", args=[one.pk]) in page.content.decode() for one in (voucher, contra))


def test_a_request_whose_voucher_is_reversed_waits_to_be_booked_again_with_its_money_kept(money, told):
    fund = purses.open(title="补助", kind=FundKind.UPPER, by=money.clerk, remainder_rule="结转")
    income.receive(None, by=money.clerk, fund=fund, fen=100_000, way=Way.TRANSFER, on=MARCH, text="补助")
    request = money.paid(fund=fund, subject=money.member)
    wrong = payments.book(request, by=money.accountant)
    undoing.reverse(wrong, by=money.accountant, on=clock.today(), reason="科目有误")
    request.refresh_from_db()
    fund.refresh_from_db()
    assert (request.state, request.voucher, request.booked_by) == (State.PAID, None, None)
    assert (fund.balance(), fund.held_fen, fund.free_fen) == (100_000, 100_000, 0)
    assert Event.objects.get(verb="funds.requests.book_anew").reason == "科目有误"
    voucher = payments.book(request, by=money.accountant)
    fund.refresh_from_db()
    assert (request.state, request.voucher, fund.balance(), fund.held_fen) == (State.BOOKED, voucher, 0, 0)
    assert told == ["paid"]
    client, page = money.world.client(Persona.ACCOUNTANT), reverse("funds.requests.detail", args=[request.pk])
    books = [wrong, Voucher.objects.get(reverses=wrong), voucher]
    for one in books:
        assert page in client.get(reverse("funds.vouchers.detail", args=[one.pk])).content.decode()
    told_there = client.get(page).content.decode()
    assert all(reverse("funds.vouchers.detail", args=[one.pk]) in told_there for one in books)


def test_who_handled_a_payment_second_does_not_book_it(money):
    second = money.world.home.people[Persona.CLERK]
    request = money.ask(by=money.branch_chair)
    spending.approve(request, by=money.chair)
    payments.pay(request, by=money.cashier, second=second)
    assert payments.why_not_book(request, money.accountant) is None
    assert "FIN-09" in payments.why_not_book(request, money.clerk)


def test_a_payment_not_booked_yet_is_taken_back_without_a_voucher_and_its_purse_is_free(money):
    fund = purses.open(title="补助", kind=FundKind.UPPER, by=money.clerk, remainder_rule="结转")
    income.receive(None, by=money.clerk, fund=fund, fen=200_000, way=Way.TRANSFER, on=MARCH, text="补助")
    request = money.paid(fund=fund)
    returns.take_back(request, by=money.accountant, reason="账号有误，银行退回")
    fund.refresh_from_db()
    assert (fund.held_fen, fund.free_fen, Voucher.objects.filter(kind="payment").count()) == (0, 200_000, 0)


def test_a_supplier_may_be_paid_less_than_approved_and_never_more(money):
    request = money.approved(100_000)
    for amount, why in (("1000.01", "超过批准"), ("0", "大于零")):
        with pytest.raises(Blocked, match=why):
            payments.pay(request, by=money.cashier, amount=Decimal(amount))
        request.refresh_from_db()
    payments.pay(request, by=money.cashier, amount=Decimal("860.50"))
    request.refresh_from_db()
    assert (request.amount, request.granted, request.payees.get().cash) == (Decimal("860.50"), 1000, Decimal("860.50"))
    assert allotted("50102").reserved == Decimal("860.50")
    person = money.approved(payees=[Payee(person=money.member, cash=5000)])
    with pytest.raises(Blocked, match="按批准数付款"):
        payments.pay(person, by=money.cashier, amount=Decimal(40))


def test_a_large_payment_has_two_handlers_neither_of_whom_is_paid_or_keeps_the_book(money):
    facts = {"decision": "第5次会议", "decided_on": MARCH}
    request = money.ask(1_000_001)
    spending.approve(request, by=money.chair, **facts)
    with pytest.raises(Blocked, match=r"超过10,000\.00元.*FIN-09"):
        payments.pay(request, by=money.cashier)
    with pytest.raises(Blocked, match="出纳以外"):
        payments.pay(request, by=money.cashier, second=money.world.home.people[Persona.CASHIER])
    with pytest.raises(Blocked, match="会计不得兼办付款"):
        payments.pay(request, by=money.cashier, second=money.world.home.people[Persona.ACCOUNTANT])
    payments.pay(request, by=money.cashier, second=money.world.home.people[Persona.CLERK])
    assert Payment.objects.get().second == money.world.home.people[Persona.CLERK]
    small = money.approved(1_000, payees=[Payee(person=money.member, cash=1_000)])
    with pytest.raises(Blocked, match="收款人"):
        payments.pay(small, by=money.cashier, second=money.member)


def test_a_contribution_is_shared_with_the_unions_above_to_the_fen_and_remitted(money):
    month = contributions.declare(by=money.clerk, month=MARCH, wages=Decimal("1234567.89"))
    first = contributions.receive(month, by=money.clerk, amount=Decimal("10000.01"))
    contributions.receive(month, by=money.clerk, amount=month.owed)
    undoing.reverse(first, by=money.accountant, on=clock.today(), reason="重复登记")
    assert Contribution.objects.get().received == Decimal("14691.35")
    month.refresh_from_db()
    contributions.receive(month, by=money.clerk, amount=month.owed)
    owed = -Entry.objects.of("221").fen()
    assert (owed, -Entry.objects.of("402").fen()) == (987_654, 1_481_482)  # 40 % of 24,691.36, half up, and the rest
    with pytest.raises(Blocked, match=r"9,876\.54元"):
        remittances.ask(by=money.clerk, to="市总工会", amount=Decimal("9876.55"))
    request = remittances.ask(by=money.clerk, to="市总工会", amount=Decimal("9876.54"))
    again = remittances.ask(by=money.clerk, to="市总工会", amount=Decimal("9876.54"))
    spending.approve(request, by=money.chair)
    with pytest.raises(Blocked, match="不够本次"):
        spending.approve(again, by=money.chair)
    payments.pay(request, by=money.cashier)
    money.attach(request, PieceKind.RECEIPT)
    voucher = payments.book(request, by=money.accountant)
    assert [(entry.account.code, entry.fen) for entry in voucher.entries.order_by("order")] == [
        ("221", 987_654),
        ("102", -987_654),
    ]
    assert Entry.objects.of("221").fen() == 0


def test_a_receipt_of_dues_leads_to_its_months_and_is_owed_again_when_reversed(money):
    dues.reckon([dues.Wage(money.member, MARCH, Decimal(5000))], by=money.accountant)
    voucher = dues.collect(by=money.clerk, month=MARCH)
    row, client = Dues.objects.get(), money.world.client(Persona.ACCOUNTANT)
    there = reverse("funds.vouchers.detail", args=[voucher.pk])
    address = f"{reverse('funds.dues.list')}?month_after=2023-03-01&amp;month_before=2023-03-01"
    assert address in client.get(there).content.decode()
    assert money.member.name in client.get(address.replace("&amp;", "&")).content.decode()
    assert there in client.get(reverse("funds.dues.detail", args=[row.pk])).content.decode()
    month = contributions.declare(by=money.clerk, month=MARCH, wages=Decimal(1000))
    came = contributions.receive(month, by=money.clerk, amount=month.due)
    here = reverse("funds.contributions.detail", args=[month.pk])
    assert here in client.get(reverse("funds.vouchers.detail", args=[came.pk])).content.decode()
    assert reverse("funds.vouchers.detail", args=[came.pk]) in client.get(here).content.decode()
    undoing.reverse(voucher, by=money.accountant, on=clock.today(), reason="银行退回")
    row.refresh_from_db()
    assert (row.paid, row.owed, row.receipts.get().amount) == (0, 25, 25)
    other = contributions.declare(by=money.clerk, month=MARCH.replace(month=2), wages=Decimal(1000))
    contributions.receive(other, by=money.clerk, amount=other.due)
    undoing.reverse(came, by=money.accountant, on=clock.today(), reason="银行退回")
    assert list(Contribution.objects.order_by("month").values_list("received", flat=True)) == [20, 0]


def test_dues_collected_twice_keep_both_receipts_and_each_is_reversed_for_itself(money):
    people = [money.member, money.world.home.people[Persona.OTHER_BRANCH]]
    dues.reckon([dues.Wage(one, MARCH, Decimal(5000)) for one in people], by=money.accountant)
    first = dues.collect(by=money.clerk, month=MARCH)
    dues.reckon([dues.Wage(money.member, MARCH, Decimal(6000))], by=money.accountant)
    second = dues.collect(by=money.clerk, month=MARCH)
    row = Dues.objects.get(person=money.member)
    page = money.world.client(Persona.ACCOUNTANT).get(reverse("funds.dues.detail", args=[row.pk])).content.decode()
    assert all(reverse("funds.vouchers.detail", args=[one.pk]) in page for one in (first, second))
    assert [selectors.months(one) for one in (first, second)] == [
        [(MARCH.replace(day=1), 2, 50)],
        [(MARCH.replace(day=1), 1, 5)],
    ]
    undoing.reverse(first, by=money.accountant, on=clock.today(), reason="银行退回")
    assert [row.paid for row in Dues.objects.order_by("due")] == [0, 5]
    again = dues.collect(by=money.clerk, month=MARCH)
    assert again.total == 50


def test_a_members_own_request_opens_from_search_and_inbox(money, monkeypatch):
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(Person, rows=lambda user: Person.objects.filter(user=user.pk), url=lambda obj, user: "/")
    member = money.member
    request = spending.ask(
        member, by=member.user, title="读书会", purpose=Purpose.CULTURE, text="书", payees=[Payee(name="书店", cash=1)]
    )
    spending.refuse(request, by=money.chair, reason="请走分会经费")
    client = money.world.client(Persona.MEMBER)
    page = client.get(reverse("search.results"), {"q": request.number}).content.decode()
    here = reverse("my.requests.detail", args=[request.pk])
    assert here in page
    notice = Notice.objects.get(key="funds.refused", user=member.user)
    answers = [client.get(here), client.get(notice.url)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert money.world.client(Persona.OTHER_BRANCH).get(here).status_code == 404
    assert SpendingRequest.objects.visible_to(member.user).get() == request
