"""What the pages of money say by themselves: figures that open their entries, what the book knows, what became of a request."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.funds.conftest import APRIL, MARCH
from tests.kit.world import Persona
from unionhall.flows import Blocked
from unionhall.funds.forms.book import ReverseForm
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Budget, BudgetLine
from unionhall.funds.plain import Payee
from unionhall.funds.printing.spending import request as form_of
from unionhall.funds.rules.entries import Line
from unionhall.funds.selectors.balances import custody
from unionhall.funds.services import audits, budgets, income, opening, payments, purses, spending, vouchers
from unionhall.funds.views.requests import request_pages
from unionhall.kernel import clock


def test_each_figure_of_a_budget_opens_what_it_is_made_of(money):
    payments.book(money.paid(), by=money.accountant)
    client = money.world.client(Persona.ACCOUNTANT)
    page = client.get(reverse("funds.budgets.detail", args=[Budget.objects.get().pk])).content.decode()
    asked = "account=50102&amp;fund=000&amp;moving=true&amp;on_after=2023-01-01&amp;on_before=2023-12-31"
    entries, granted = (
        f"{reverse('funds.entries.list')}?{asked}",
        f"{reverse('funds.requests.list')}?account=50102&amp;",
    )
    assert entries in page and granted in page
    assert "1,000.00" in client.get(entries.replace("&amp;", "&")).content.decode()
    assert "专项资金的收支不占预算" in page and "account=50106&amp;fund" not in page


def test_the_list_of_budgets_says_amounts_as_everywhere(money):
    page = money.world.client(Persona.ACCOUNTANT).get(reverse("funds.budgets.list")).content.decode()
    assert "200,000.00" in page
    assert "200,000 元" not in page


def test_the_table_of_balances_opens_on_the_last_month_with_entries_and_zero_opens_nothing(money):
    income.receive(None, by=money.clerk, fund=None, fen=100, way=Way.TRANSFER, on=MARCH, text="会费", account="401")
    with clock.pinned(date(2026, 11, 21)):
        page = money.world.client(Persona.ACCOUNTANT).get(reverse("funds.balances")).content.decode()
    assert 'value="2023-03-01"' in page and 'value="2023-03-31"' in page
    assert (
        page.count("account=102&amp;on_after=2023-03-01") == 1
        and page.count("account=102&amp;on_before=2023-03-31") == 1
    )
    assert ">0.00</a>" not in page


def test_what_is_carried_into_a_budget_comes_from_the_book(money):
    lines = [Line("102", debit=500_00), Line("321", credit=500_00)]
    opening.open_balances(by=money.accountant, on=date(2022, 12, 1), lines=lines)
    vouchers.book(
        by=money.accountant, on=MARCH, text="利息", lines=[Line("102", debit=70_00), Line("408", credit=70_00)]
    )
    with pytest.raises(Blocked, match=r"上年结余是570\.00元"):
        budgets.draft(by=money.accountant, year=2024, carried=Decimal(500))
    plan = budgets.draft(by=money.accountant, year=2024)
    assert plan.carried == 570
    account = BudgetLine.objects.get(account__code="50102").account
    budgets.set_line(plan, by=money.accountant, account=account, amount=Decimal(100))
    page = money.world.client(Persona.ACCOUNTANT).get(reverse("funds.budgets.detail", args=[plan.pk])).content.decode()
    assert "50102 文体活动 100.00元" in page


def test_a_budget_is_put_in_force_with_a_word_where_the_book_has_carried_another_sum_since(money):
    plan = budgets.draft(by=money.accountant, year=2024, carried=Decimal(500))
    account = BudgetLine.objects.get(account__code="50102").account
    budgets.set_line(plan, by=money.accountant, account=account, amount=Decimal(100))
    budgets.discuss(plan, by=money.chair, minutes="第4次会议")
    budgets.audit_budget(plan, by=money.auditor, opinion="同意")
    budgets.report(plan, by=money.accountant)
    income.receive(None, by=money.clerk, fund=None, fen=570_00, way=Way.TRANSFER, on=MARCH, text="会费", account="401")
    client, here = money.world.client(Persona.CHAIR), reverse("funds.budgets.put_in_force", args=[plan.pk])
    assert "账簿 570.00 元，预算 500.00 元" in client.get(here).content.decode()
    with pytest.raises(Blocked, match=r"是570\.00元，预算是按500\.00元"):
        budgets.put_in_force(plan, by=money.chair)
    budgets.put_in_force(plan, by=money.chair, note="决算后调整")
    assert budgets.close_year(plan, by=money.accountant).carried == 570


def test_who_was_refused_reads_why_under_the_state_and_asks_again_with_the_same_words(money):
    request = money.ask()
    spending.refuse(request, by=money.chair, reason="请与分会合办")
    client = money.world.client(Persona.CLERK)
    page = client.get(request_pages.url("detail", request)).content.decode()
    assert "请与分会合办" in page.split("办理经过")[0] and "按此重新申请" in page
    address = page.split('">按此重新申请')[0].rpartition('href="')[2].replace("&amp;", "&")
    form = client.get(address).content.decode()
    assert "利民体育用品店 1000.00" in form and "五一跳绳比赛购买器材" in form
    assert (
        "按此重新申请"
        not in money.world.client(Persona.CHAIR).get(request_pages.url("detail", request)).content.decode()
    )


def test_a_reversal_takes_away_from_its_own_side(accountant, chair, clerk, drive, world):
    paid = vouchers.book(
        by=accountant,
        on=MARCH,
        text="转付",
        lines=[Line("231", debit=500, fund=drive), Line("102", credit=500, fund=drive)],
    )
    assert ReverseForm(user=accountant, obj=paid).initial["on"] == date(2023, 3, 31)
    vouchers.reverse(paid, by=accountant, on=APRIL, reason="退回")
    assert custody(MARCH, APRIL) == [(FundKind.DRIVE, Decimal(20), Decimal(0))]
    page = world.client(Persona.ACCOUNTANT).get(reverse("funds.purses.detail", args=[drive.pk])).content.decode()
    assert [page.count(f">{amount}</a>") for amount in ("20.00", "25.00")] == [2, 0] and "lambda" not in page


def test_the_same_purse_is_not_opened_twice_and_no_audit_of_days_to_come_begins(money):
    purses.open(title="离退休经费", kind=FundKind.EMPLOYER_RETIREES, by=money.clerk)
    with pytest.raises(Blocked, match="同名的专项资金"):
        purses.open(title="离退休经费 ", kind=FundKind.UNION, by=money.clerk)
    span = {"first_on": date(2030, 1, 1), "last_on": date(2030, 12, 31)}
    with pytest.raises(Blocked, match="还没有开始"):
        audits.begin(by=money.auditor, title="审查", kind="yearly", **span)


def test_the_approval_form_names_the_account_the_book_will_debit(money):
    fund = purses.open(title="离退休经费", kind=FundKind.EMPLOYER_RETIREES, by=money.clerk)
    gift = {"by": money.clerk, "title": "慰问", "purpose": Purpose.RETIREES, "payees": [Payee(name="商店", cash=100)]}
    assert form_of(spending.draft(fund=fund, **gift))["account"] == "231 代管经费"
    assert form_of(money.ask())["account"] == "50102 文体活动"
