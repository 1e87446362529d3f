"""What is known beforehand to be refused is said before: on the greyed button, on the draft, and not after the click."""

import pytest

from tests.funds.conftest import MARCH
from tests.funds.money_world import a_file
from tests.kit.world import Persona
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Fund
from unionhall.funds.plain import Payee
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import by_hand, contributions, income, purses, spending
from unionhall.funds.views.book import voucher_pages
from unionhall.funds.views.contributions import contribution_pages
from unionhall.funds.views.requests import request_pages
from unionhall.kernel.money import to_yuan
from unionhall.pages.views.record import offered


def greyed(pages, record, user):
    return {str(step.label): step.why for step in offered(pages, record, user)}


def drafted(money, fen, **facts):
    known = {"title": "比赛", "purpose": Purpose.CULTURE, "text": "器材", "payees": [Payee(name="商店", cash=fen)]}
    return spending.draft(by=money.clerk, **known | facts)


@pytest.fixture
def retirees(money) -> Fund:
    """A hundred yuan of the employer for the retired."""
    fund = purses.open(title="离退休经费", kind=FundKind.EMPLOYER_RETIREES, by=money.clerk, remainder_rule="退回")
    income.receive(None, by=money.clerk, fund=fund, fen=100_00, way=Way.TRANSFER, on=MARCH, text="拨入")
    fund.refresh_from_db()
    return fund


def test_who_is_a_party_sees_why_not_on_the_button(money):
    own = money.ask(by=money.chair)
    assert "FIN-09" in greyed(request_pages, own, money.chair)["批准"]
    assert greyed(request_pages, money.ask(), money.chair)["批准"] == ""
    page = money.world.client(Persona.CHAIR).get(request_pages.url("detail", own)).content.decode()
    assert 'aria-disabled="true">批准' in page and "不能由本人审批" in page
    paid = money.paid()
    assert "FIN-09" not in greyed(request_pages, paid, money.accountant)["入账"]
    voucher = by_hand.book(
        by=money.accountant, on=MARCH, text="利息", kind="receipt", upload=a_file("回单.pdf"),
        lines=[Line("102", debit=100), Line("408", credit=100)],
    )  # fmt: skip
    assert "制单人以外的人复核" in greyed(voucher_pages, voucher, money.accountant)["复核"]
    assert greyed(voucher_pages, voucher, money.chair)["复核"] == ""


@pytest.mark.parametrize(("fen", "said"), [(100_000_00, ""), (100_000_01, "还可批100,000.00元，不够本次100,000.01元")])
def test_the_asker_hears_of_the_budget_before_submitting(money, fen, said):
    request = drafted(money, fen)
    page = money.world.client(Persona.CLERK).get(request_pages.url("detail", request)).content.decode()
    assert ("不够本次" in page) is bool(said) and said in page
    assert greyed(request_pages, request, money.clerk)["提交审批"] == ""
    spending.submit(request, by=money.clerk)
    assert said in greyed(request_pages, request, money.chair)["批准"]


def test_an_account_without_a_budget_is_named(money):
    assert "没有列“50101 职工教育”" in greyed(
        request_pages, money.ask(purpose=Purpose.EDUCATION), money.chair
    )["批准"]  # fmt: skip


def test_the_asker_hears_of_an_empty_purse_and_what_the_checks_refuse_before_submitting(money, retirees):
    retired = {"purpose": Purpose.RETIREES, "fund": retirees, "text": "慰问"}
    large = drafted(money, 100_01, **retired)
    page = money.world.client(Persona.CLERK).get(request_pages.url("detail", large)).content.decode()
    assert "可用100.00元，不够100.01元" in page
    serving = drafted(money, 1, **retired | {"payees": [Payee(person=money.member, cash=100)]})
    why = greyed(request_pages, serving, money.clerk)["提交审批"]
    assert "没有离退休" in why and "CARE-14" in why


def test_a_contribution_that_came_in_asks_for_no_more(money):
    month = contributions.declare(by=money.clerk, month=MARCH, wages=to_yuan(100_000_00))
    assert greyed(contribution_pages, month, money.clerk)["登记到账"] == ""
    contributions.receive(month, by=money.clerk, amount=month.due)
    month.refresh_from_db()
    assert "全部到账" in greyed(contribution_pages, month, money.clerk)["登记到账"]
