"""An activity's cost and prizes reach the book: asked on its page, paid and booked with what its own record shows."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.funds.money_world import Money, a_file, budgeted
from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.services.awards import Winner, issue_prizes
from unionhall.flows import Blocked
from unionhall.funds.kinds.ladder import Rung
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import SpendingRequest, Voucher
from unionhall.funds.services import payments, spending
from unionhall.funds.subjects import Payee


@pytest.fixture
def meet(make_activity):
    return make_activity(budget=Decimal(1000))


@pytest.fixture
def money(world, on_the_day) -> Money:
    money = Money(world)
    budgeted(money)
    return money


def test_prizes_asked_on_the_page_are_booked_with_the_list_and_the_signatures_of_the_activity(
    money, meet, rope, clerk, people
):
    client, member = money.world.client(Persona.CLERK), money.member
    services.enter_list(rope, by=clerk, people=[member, *people(2)])
    form = {"text": "五一运动会奖品", "cash": "利民体育 60 水壶", "goods": f"{member.staff_no} 40 水壶"}
    assert client.post(reverse("activities.ask_funds", args=[meet.pk]), form).status_code == 302
    request = SpendingRequest.objects.about(meet).get()
    assert (request.purpose, request.amount, request.state) == (Purpose.CULTURE, Decimal(100), "submitted")
    page = client.get(reverse("activities.detail", args=[meet.pk])).content.decode()
    assert request.number in page
    spending.approve(request, by=money.chair)
    payments.pay(request, by=money.cashier)
    spending.add_evidence(request, by=clerk, kind="invoice", upload=a_file("发票.pdf"))
    with pytest.raises(Blocked, match="还缺：签领或验收"):
        payments.book(request, by=money.accountant)
    services.check_in_sheet(meet, by=clerk, people=[entry.person for entry in rope.entries.all()])
    prize = services.stock_prize(meet, by=clerk, name="水壶", stock=1, unit_price=Decimal(40))
    issue_prizes(prize, by=clerk, winners=[Winner(member, 1, award="一等奖")])
    services.sign_all(meet, by=clerk)
    voucher = payments.book(request, by=money.accountant)
    assert list(Voucher.objects.about(meet)) == [voucher]
    assert {paper.kind for paper in voucher.papers.all()} == {"approval", "plan", "roster", "invoice", "sign_off"}
    services.hold(meet, by=clerk)
    finish = client.get(reverse("activities.finish", args=[meet.pk])).content.decode()
    assert 'value="100.00"' in finish


def test_more_than_the_activitys_budget_takes_a_reason_and_the_next_rung(money, meet, clerk):
    supplier = [Payee(name="利民体育", cash=60_000)]
    first = services.ask_funds(meet, by=clerk, payees=supplier, text="器材")
    assert (first.rung, first.warnings) == (Rung.CHAIR, [])
    with pytest.raises(Blocked, match=r"连同已申请的共1,200\.00元，超出活动预算1,000\.00元共200\.00元.*FIN-07"):
        services.ask_funds(meet, by=clerk, payees=supplier, text="器材")
    assert SpendingRequest.objects.count() == 1
    more = services.ask_funds(meet, by=clerk, payees=supplier, text="器材", why_beyond="参赛人数增加")
    assert (more.rung, "参赛人数增加" in more.text) == (Rung.BOARD, True)
    assert more.warnings == [
        "连同已申请的共1,200.00元，超出这项活动的预算1,000.00元，由上一级审批（预算管理和分级审批，FIN-07、FIN-10）"
    ]
    with pytest.raises(Blocked, match="超出活动预算，须附主席办公会的决定"):
        spending.approve(more, by=money.chair, note="已核实")
    spending.approve(more, by=money.chair, note="已核实", decision="第3次主席办公会", decided_on=more.asked_on)
    spending.withdraw(first, by=clerk, reason="改由协办单位承担")
    assert (
        services.ask_funds(meet, by=clerk, payees=[Payee(name="利民体育", cash=40_000)], text="器材").rung == Rung.CHAIR
    )


def test_what_the_union_may_not_pay_for_is_refused_with_its_clause(meet, clerk):
    with pytest.raises(Blocked, match=r"宴请.*八不准"):
        services.ask_funds(meet, by=clerk, payees=[Payee(name="某饭店", cash=100)], text="赛后宴请")
    assert not SpendingRequest.objects.exists()
