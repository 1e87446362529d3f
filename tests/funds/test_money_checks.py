"""What union money may not pay for: every check finds what it is for, lets the ordinary pass, and cites its clause."""

from datetime import date
from decimal import Decimal

import pytest

from tests.funds.conftest import MARCH
from tests.kit.world import Persona
from unionhall.flows import Blocked
from unionhall.funds import subjects
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.plain import Payee
from unionhall.funds.rules.checks import CHECKS, Facts, findings
from unionhall.funds.rules.ladder import rung_of
from unionhall.funds.services import income, purses, spending
from unionhall.funds.services.findings import about
from unionhall.people.models import Person
from unionhall.people.services import memberships
from unionhall.rulebook.services import amend


def facts(words="五一职工跳绳比赛器材", **more):
    return Facts(**{"words": words, "purpose": Purpose.CULTURE} | more)


FOUND = {
    "gifts": facts("中秋宴请来宾"),
    "allowances": facts("发放年终奖"),
    "bonus": facts("比赛奖金"),
    "luxury": facts("高尔夫球体验"),
    "fitness": facts("办理健身卡"),
    "slush": facts("转入行政账外使用"),
    "merged": facts(to_employer=["示范医院"]),
    "diverted": facts(fund_kind=FundKind.DRIVE),
    "remitted": facts(purpose=Purpose.REMITTANCE, fund_kind=FundKind.UPPER),
    "surety": facts("为企业贷款提供担保"),
    "fines": facts("缴纳交通罚款"),
    "listed": facts("春节茶话会购买烟酒", words_refused=["烟酒"]),
    "unsure": facts("春游景区门票", words_asked=["门票"]),
    "unrelated": facts(purpose=Purpose.OTHER, has_subject=False),
    "reception": facts("上级来院公务接待"),
    "congress": facts("职工代表大会会场布置"),
    "joint": facts("双代会会务"),
    "employer": facts("购置办公设备"),
    "twice": facts(purpose=Purpose.WARMTH, paid_already=["李明"]),
    "listed_twice": facts(listed_twice=["李明"]),
    "donated": facts(purpose=Purpose.DONATED, fund_kind=FundKind.UPPER),
    "retirees": facts(purpose=Purpose.WELFARE, retired=["王芳"]),
    "serving": facts(purpose=Purpose.RETIREES, fund_kind=FundKind.EMPLOYER_RETIREES, serving=["钱伟"]),
    "beyond": facts(purpose=Purpose.CULTURE, planned=Decimal(1000), asked_in_all=Decimal("1000.01")),
    "outsiders": facts(purpose=Purpose.WELFARE, outsiders=["赵强"]),
}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.key)
def test_each_check_finds_what_it_is_for_and_cites_its_clause(check):
    found = [finding for finding in findings(FOUND[check.key]) if finding.check is check]
    assert len(found) == 1
    assert str(check.clause) in str(found[0])


@pytest.mark.parametrize(
    "ordinary",
    [
        facts(),
        facts("困难职工补助", purpose=Purpose.HARDSHIP),
        facts("会员代表大会会场", purpose=Purpose.MEETING),
        facts("离退休慰问", purpose=Purpose.RETIREES, fund_kind=FundKind.EMPLOYER_RETIREES, retired=["王芳"]),
        facts("转付捐款", purpose=Purpose.DONATED, fund_kind=FundKind.DRIVE, outsiders=["赵强"]),
        facts("奖品", paid_already=["李明"], outsiders=["赵强"]),
    ],
)
def test_the_ordinary_passes(ordinary):
    assert findings(ordinary) == []


def test_the_table_is_the_eight_prohibitions_and_the_source_rules():
    assert [check.key for check in CHECKS] == list(FOUND)
    assert {check.key for check in CHECKS if not check.binding} == {
        "bonus",
        "fitness",
        "unsure",
        "listed_twice",
        "unrelated",
        "joint",
        "employer",
        "beyond",
    }


@pytest.mark.parametrize(
    ("text", "key", "binding"),
    [
        ("春节茶话会购买烟酒", "listed", True),
        ("公款旅游：到三亚观光", "listed", True),
        ("支付院内基建款", "listed", True),
        ("接待上级检查组用餐", "reception", True),
        ("春游门票", "unsure", False),
        ("节后聚餐", "unsure", False),
    ],
)
def test_the_words_auditors_look_for_first_are_refused_or_asked_about(money, text, key, binding):
    draft = {"title": text, "purpose": Purpose.CULTURE, "payees": [Payee(name="商店", cash=100)]}
    found = {one.check.key: one.check.binding for one in about(spending.draft(by=money.clerk, **draft))}
    assert found[key] is binding


def test_the_union_changes_the_list_of_words_from_a_day_on(money):
    amend(
        "funds.words_refused",
        text="烟酒，盲盒",
        by=money.clerk,
        valid_from=MARCH,
        source="委员会决定",
        reason="审计意见",
    )
    with pytest.raises(Blocked, match=r"“盲盒”.*八不准"):
        money.ask(title="购买盲盒")


def test_the_ladder_has_inclusive_bounds():
    assert [rung_of(amount, chair_up_to=5, board_up_to=50).value for amount in (5, 6, 50, 51)] == [
        "chair", "board", "board", "committee",
    ]  # fmt: skip


def test_a_retiree_is_not_paid_from_union_funds_but_from_the_other_source(money):
    person = money.world.home.people[Persona.OTHER_BRANCH]
    memberships.retain(person.memberships.get(), by=money.clerk, reason="retired", retained_on=date(2023, 2, 1))
    gift = {"title": "重阳慰问", "payees": [Payee(person=person, goods=20_000, text="慰问品")]}
    with pytest.raises(Blocked, match=r"已离退休.*CARE-14"):
        money.ask(purpose=Purpose.WELFARE, **gift)
    fund = purses.open(title="离退休经费", kind=FundKind.EMPLOYER_RETIREES, by=money.clerk)
    income.receive(None, by=money.clerk, fund=fund, fen=50_000, way=Way.TRANSFER, on=MARCH, text="拨入")
    fund.refresh_from_db()
    request = money.ask(purpose=Purpose.RETIREES, fund=fund, **gift)
    spending.approve(request, by=money.chair)
    assert fund.requests.get() == request
    with pytest.raises(Blocked, match=r"专款专用"):
        money.ask(purpose=Purpose.CULTURE, fund=fund, title="比赛")


def test_the_same_person_is_not_paid_twice_for_the_same_matter(money, monkeypatch):
    monkeypatch.setattr(subjects, "_subjects", dict(subjects.taken()))
    subjects.take(Person, rows=lambda user: Person.objects.all(), url=lambda obj, user: "/")
    gift = {"subject": money.member, "payees": [Payee(person=money.member, cash=100)], "title": "住院慰问"}
    first = money.ask(purpose=Purpose.WELFARE, **gift)
    with pytest.raises(Blocked, match=r"两处列支.*CARE-13"):
        money.ask(purpose=Purpose.WARMTH, **gift)
    spending.withdraw(first, by=money.clerk, reason="改从送温暖列支")
    money.ask(purpose=Purpose.WARMTH, **gift)


def test_a_warning_is_answered_before_approval_and_the_employer_is_no_payee(money):
    request = money.ask(title="购买办公用品")
    assert "FIN-14" in request.warnings[0]
    with pytest.raises(Blocked, match="写明核实意见"):
        spending.approve(request, by=money.chair)
    spending.approve(request, by=money.chair, note="职工书屋用纸，属活动用品。")
    with pytest.raises(Blocked, match="八不准"):
        money.ask(payees=[Payee(name="示范医院", cash=100)])
