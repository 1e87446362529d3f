"""From the request to the voucher: who decides, who pays, who books, and what each refusal says."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tests.funds.conftest import MARCH
from tests.funds.money_world import allotted
from tests.kit.world import Persona
from unionhall.accounts.roles import Role
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import income, payments, purses, spending, vouchers
from unionhall.notices.models import Notice
from unionhall.people.models import Post


def test_a_request_is_asked_approved_paid_and_booked_by_four_people(money):
    request = money.paid()
    voucher = payments.book(request, by=money.accountant)
    request.refresh_from_db()
    assert (request.state, request.voucher, request.amount) == (State.BOOKED, voucher, Decimal(1000))
    assert [(entry.account.code, entry.fen) for entry in voucher.entries.order_by("order")] == [
        ("50102", 100_000),
        ("102", -100_000),
    ]
    assert {paper.kind for paper in voucher.papers.all()} == {"approval", "plan", "roster", "invoice", "sign_off"}
    assert allotted("50102").reserved == Decimal(1000)
    verbs = set(Event.objects.about(request).values_list("verb", flat=True))
    steps = ("draft", "submit", "approve", "pay", "book", "voucher", "add_evidence")
    assert verbs == {f"funds.requests.{step}" for step in steps} | {"files.attach"}
    told = Notice.objects.filter(subject_id=request.pk).values_list("key", "user__name")
    assert set(told) >= {
        ("funds.submitted", money.chair.name),
        ("funds.to_pay", money.cashier.name),
        ("funds.to_book", money.accountant.name),
        ("funds.paid", money.clerk.name),
    }


def test_nobody_approves_what_they_asked_for_or_are_paid(money):
    own = money.ask(by=money.chair)
    with pytest.raises(NotAllowed, match=r"本人提出.*FIN-09"):
        spending.approve(own, by=money.chair)
    person = money.world.home.people[Persona.CHAIR]
    to_chair = money.ask(payees=[Payee(person=person, cash=100)])
    with pytest.raises(NotAllowed, match="付给您本人"):
        spending.approve(to_chair, by=money.chair)
    alone = spending.own_stake(own, money.chair)
    assert alone.endswith("请工会办公室先登记副主席任职。")  # nobody else can: the ladder would stop without a word
    second = money.vice_chair()
    assert alone.startswith(spending.own_stake(own, money.chair)) and alone != spending.own_stake(own, money.chair)
    spending.approve(own, by=second)
    assert own.state == State.APPROVED


def test_accountant_and_cashier_are_two_people(money):
    request = money.approved()
    with pytest.raises(NotAllowed):
        payments.pay(request, by=money.accountant)
    payments.pay(request, by=money.cashier)
    for kind in (PieceKind.INVOICE, PieceKind.SIGN_OFF):
        money.attach(request, kind)
    with pytest.raises(NotAllowed):
        payments.book(request, by=money.cashier)


def test_what_people_are_given_goes_to_their_card_or_it_is_said_why_not(money):
    income.receive(None, by=money.clerk, fund=None, fen=100_000, way=Way.CASH, on=MARCH, text="会费", account="401")
    request = money.approved(
        payees=[Payee(person=money.member, cash=50_000)], purpose=Purpose.WELFARE, title="住院慰问"
    )
    with pytest.raises(Blocked, match=r"转入本人银行卡.*CARE-17"):
        payments.pay(request, by=money.cashier, way=Way.CASH)
    assert payments.pay(request, by=money.cashier, way=Way.CASH, reference="住院不便，现场发放").amount == 500
    payments.pay(money.approved(10_000), by=money.cashier, way=Way.CASH)


def test_who_approved_does_not_pay_and_who_paid_does_not_undo_it_as_accountant_later(money):
    """Roles follow posts: a chair who keeps the cash box, a cashier who becomes the accountant."""
    hands = money.approved()
    money.takes_over(money.chair, Role.CASHIER)
    with pytest.raises(NotAllowed, match="您本人批准的申请"):
        payments.pay(hands, by=money.chair)
    voucher = payments.book(money.paid(), by=money.accountant)
    Post.objects.filter(person__user=money.cashier).update(ended_on=MARCH - timedelta(days=1))
    money.takes_over(money.cashier, Role.ACCOUNTANT)
    with pytest.raises(NotAllowed, match="经手这笔款项的人不能制单"):
        vouchers.reverse(voucher, by=money.cashier, on=voucher.on, reason="登记有误")
    vouchers.reverse(voucher, by=money.accountant, on=voucher.on, reason="登记有误")


def test_an_incomplete_pack_cannot_be_booked(money):
    request = money.approved()
    payments.pay(request, by=money.cashier)
    with pytest.raises(Blocked, match=r"发票、签领或验收.*FIN-11"):
        payments.book(request, by=money.accountant)
    money.attach(request, PieceKind.INVOICE)
    with pytest.raises(Blocked, match="还缺：签领或验收"):
        payments.book(request, by=money.accountant)


@pytest.mark.parametrize(
    ("fen", "rung", "lacks"),
    [
        (500_000, Rung.CHAIR, None),
        (500_001, Rung.BOARD, "主席办公会的决定.*FIN-10"),
        (5_000_000, Rung.BOARD, "主席办公会的决定"),
        (5_000_001, Rung.COMMITTEE, "工会委员会"),
    ],
)
def test_the_ladder_decides_by_amount_to_the_fen(money, fen, rung, lacks):
    request = money.ask(fen)
    assert request.rung == rung
    if lacks:
        with pytest.raises(Blocked, match=lacks):
            spending.approve(request, by=money.chair)
    facts = {"decision": "第5次会议", "decided_on": request.asked_on}
    if rung == Rung.COMMITTEE:
        with pytest.raises(Blocked, match="经审委员列席"):
            spending.approve(request, by=money.chair, **facts)
        facts["witness"] = money.auditor
    spending.approve(request, by=money.chair, **facts if lacks else {})
    assert request.state == State.APPROVED


def test_no_more_is_approved_than_the_budget_has_and_a_withdrawn_request_gives_it_back(money):
    first = money.approved(500_000, purpose=Purpose.WARMTH)
    for _n in range(3):
        money.approved(500_000, purpose=Purpose.WARMTH)
    last = money.ask(1, purpose=Purpose.WARMTH)
    with pytest.raises(Blocked, match=r"预算20,000\.00元，已批准20,000\.00元，还可批0\.00元"):
        spending.approve(last, by=money.chair)
    spending.withdraw(first, by=money.clerk, reason="活动取消")
    spending.approve(last, by=money.chair)
    assert allotted("50405").reserved == Decimal("15000.01")
    with pytest.raises(Blocked, match="没有列"):
        spending.approve(money.ask(purpose=Purpose.TRAINING), by=money.chair)


def test_a_restricted_fund_pays_from_what_it_has_goods_first_from_its_store(money):
    fund = purses.open(title="爱心捐款", kind=FundKind.DRIVE, by=money.clerk, remainder_rule="转入互助金")
    for way, fen in ((Way.TRANSFER, 200_000), (Way.GOODS, 30_000)):
        income.receive(None, by=money.clerk, fund=fund, fen=fen, way=way, on=MARCH, text="捐款")
    fund.refresh_from_db()
    facts = {"purpose": Purpose.DONATED, "fund": fund}
    request = money.approved(payees=[Payee(person=money.member, cash=150_000, goods=30_000)], **facts)
    fund.refresh_from_db()
    assert (fund.held_fen, request.from_store) == (150_000, Decimal(300))
    over = money.ask(payees=[Payee(person=money.member, cash=50_001)], **facts)
    with pytest.raises(Blocked, match="专款专用"):
        spending.approve(over, by=money.chair)
    payments.pay(request, by=money.cashier)
    money.attach(request, PieceKind.SIGN_OFF)
    voucher = payments.book(request, by=money.accountant)
    fund.refresh_from_db()
    assert (fund.balance(), fund.held_fen) == (50_000, 0)
    assert [(entry.account.code, entry.fen) for entry in voucher.entries.order_by("order")] == [
        ("231", 180_000),
        ("102", -150_000),
        ("141", -30_000),
    ]


def test_a_payment_is_made_once_and_not_before_its_approval(money):
    request = money.approved()
    stale = SpendingRequest.objects.get(pk=request.pk)
    payments.pay(request, by=money.cashier)
    with pytest.raises(WrongState, match="刚被别人办理过"):
        payments.pay(stale, by=money.cashier)
    assert request.payment.amount == Decimal(1000)


@pytest.mark.parametrize(
    "payee", [Payee(name="某店"), Payee(name="某店", cash=-1), Payee(cash=5), Payee(name="某店", cash=10**12)]
)
def test_bad_payees_are_refused_and_nothing_is_saved(money, payee):
    with pytest.raises(Blocked):
        money.ask(payees=[payee])
    assert not SpendingRequest.objects.exists()


def test_a_meeting_long_before_it_was_asked_for_decided_on_something_else(money):
    request = money.ask(1_000_000)
    early, first = request.asked_on - timedelta(days=181), request.asked_on - timedelta(days=180)
    with pytest.raises(Blocked, match=r"决定日期早于申请前180天.*FIN-09"):
        spending.approve(request, by=money.chair, decision="第1次会议", decided_on=early)
    spending.approve(request, by=money.chair, decision="第1次会议", decided_on=first)
    assert request.state == State.APPROVED
