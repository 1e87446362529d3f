"""The yearly budget: its road, what it refuses, and how the book says it was kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.funds.money_world import allotted
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.funds.flow.budget import BudgetState
from unionhall.funds.forms import budgets as forms
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Account, Budget
from unionhall.funds.selectors import budgets as selectors
from unionhall.funds.services import budgets, payments, spending
from unionhall.funds.views.budgets import budget_pages
from unionhall.kernel import clock


def account(code):
    return Account.objects.get(code=code)


def walk(money, budget):
    budgets.discuss(budget, by=money.chair, minutes="委员会会议")
    budgets.audit_budget(budget, by=money.auditor, opinion="同意")
    budgets.report(budget, by=money.accountant)
    budgets.put_in_force(budget, by=money.chair)


def test_a_budget_is_adjusted_on_the_same_road_and_accounted_for_from_the_book(money):
    first = Budget.objects.get()
    payments.book(money.paid(400_000), by=money.accountant)
    money.approved(500_000)
    new = budgets.adjust(first, by=money.accountant, text="增加比赛")
    with pytest.raises(Blocked, match="正在办理"):
        budgets.adjust(first, by=money.accountant, text="又一次")
    budgets.set_line(new, by=money.accountant, account=account("50102"), amount=Decimal("8999.99"))
    with pytest.raises(Blocked, match=r"已批准支出9,000\.00元"):
        walk(money, new)
    new.refresh_from_db()
    assert (new.state, allotted("50102").limit) == (BudgetState.REPORTED, Decimal(100_000))
    budgets.send_back(new, by=money.chair, reason="少于已批准的支出")
    budgets.set_line(new, by=money.accountant, account=account("50102"), amount=Decimal(9000))
    walk(money, new)
    first.refresh_from_db()
    assert (first.state, allotted("50102").limit) == (BudgetState.REPLACED, Decimal(9000))
    with pytest.raises(Blocked, match="还可批0"):
        spending.approve(money.ask(1), by=money.chair)
    row = next(row for row in selectors.lines(new) if row.line.account.code == "50102")
    assert (row.executed, row.reserved, row.rate) == (Decimal(4000), Decimal(9000), "44.4%")
    final = budgets.close_year(new, by=money.accountant)
    assert final.lines.get(account__code="50102").amount == Decimal(4000)
    [row] = [row for row in selectors.lines(final) if row.line.account.code == "50102"]
    assert (row.planned, row.executed, row.rate) == (Decimal(9000), Decimal(4000), "44.4%")
    [row] = [row for row in selectors.lines(new) if row.line.account.code == "50102"]
    assert (row.planned, row.line.amount) == (Decimal(100_000), Decimal(9000))
    assert forms.AdjustForm(user=money.accountant, obj=new).initial == {}
    with pytest.raises(Blocked, match="来自账簿"):
        budgets.set_line(final, by=money.accountant, account=account("50103"), amount=Decimal(1))


def test_each_step_is_its_own_hand_and_none_is_left_out(money):
    budget = budgets.draft(by=money.clerk, year=2024)
    with pytest.raises(Blocked, match="还没有预算项目"):
        budgets.discuss(budget, by=money.chair, minutes="会议")
    budgets.set_line(budget, by=money.clerk, account=account("50102"), amount=Decimal(100))
    with pytest.raises(Blocked, match=r"超过收入和上年结余.*FIN-06"):
        budgets.discuss(budget, by=money.chair, minutes="会议")
    budgets.set_line(budget, by=money.clerk, account=account("402"), amount=Decimal(100))
    with pytest.raises(Blocked, match="包含关系"):
        budgets.set_line(budget, by=money.clerk, account=account("501"), amount=Decimal(100))
    with pytest.raises(WrongState):
        budgets.audit_budget(budget, by=money.auditor, opinion="同意")
    odd = budgets.set_line(budget, by=money.clerk, account=account("504"), amount=Decimal(1))
    budgets.drop_line(budget, by=money.clerk, line=odd)
    assert set(budget.lines.values_list("account__code", flat=True)) == {"50102", "402"}
    budgets.discuss(budget, by=money.chair, minutes="会议")
    with pytest.raises(NotAllowed):
        budgets.audit_budget(budget, by=money.clerk, opinion="同意")
    budgets.send_back(budget, by=money.auditor, reason="说明不够")
    assert budget.state == BudgetState.DRAFT
    with pytest.raises(Blocked, match="已经编制"):
        budgets.draft(by=money.clerk, year=2024)


def test_nothing_is_approved_in_a_year_without_a_budget(money):
    Budget.objects.all().update(year=2022)
    request = money.ask(purpose=Purpose.MEETING)
    with pytest.raises(Blocked, match=r"年度预算还没有执行.*FIN-07"):
        spending.approve(request, by=money.chair)


def test_pages_of_budgets(money):
    draft = budgets.draft(by=money.accountant, year=2024)
    line = budgets.set_line(draft, by=money.accountant, account=account("402"), amount=Decimal(100))
    years = iter(range(2030, 2050))
    good = {
        "draft": {"year": "2025", "carried": ""},
        "set_line": {"account": str(account("401").pk), "amount": "5"},
        "drop_line": {"line": str(line.pk)},
    }
    bad = {"draft": {"year": "x"}, "set_line": {"account": "x", "amount": "-1"}, "drop_line": {"line": "x"}}
    world = battery.World(
        budget_pages,
        draft,
        allowed=money.accountant,
        stranger=money.world.user(Persona.MEMBER),
        forbidden=money.cashier,
        more=lambda count: [budgets.draft(by=money.clerk, year=next(years)) for _n in range(count)],
        good=good,
        bad=bad,
    )
    for check in battery.CHECKS:
        check(world)
    page = money.world.client(Persona.ACCOUNTANT).get(budget_pages.url("detail", Budget.objects.get(year=2023)))
    assert "文体活动" in page.content.decode()


def test_the_days_of_a_budget_stand_in_the_order_of_its_road(money):
    first = Budget.objects.get()
    new = budgets.adjust(first, by=money.accountant, text="增加比赛")
    before = date(new.year - 2, 12, 31)
    with pytest.raises(Blocked, match=r"讨论日期早于预算年度的上一年.*FIN-07"):
        budgets.discuss(new, by=money.chair, minutes="会议", discussed_on=before)
    today = clock.today()
    budgets.discuss(new, by=money.chair, minutes="会议", discussed_on=today)
    yesterday = today - timedelta(days=1)
    with pytest.raises(Blocked, match="先讨论、后审查"):
        budgets.audit_budget(new, by=money.auditor, opinion="同意", audited_on=yesterday)
    budgets.audit_budget(new, by=money.auditor, opinion="同意")
    with pytest.raises(Blocked, match="先审查、后上报"):
        budgets.report(new, by=money.accountant, reported_on=yesterday)
    budgets.report(new, by=money.accountant)
    with pytest.raises(Blocked, match="先上报、后执行"):
        budgets.put_in_force(new, by=money.chair, on=yesterday)
