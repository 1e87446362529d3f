"""The figures of requests, budget, dues and contributions in three worlds; the sentences and the papers they make."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from tests.kit.figures import three_worlds
from tests.kit.world import Persona
from unionhall.accounts.tenancy import current_union
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Topic, said
from unionhall.funds.figures import spending as figures
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.services import contributions, dues, payments, spending
from unionhall.kernel import clock
from unionhall.people.services import profile
from unionhall.rulebook import services as rulebook

FIRST, LAST = date(2023, 2, 1), date(2023, 3, 31)


@pytest.fixture
def scope(money):
    return Scope(current_union(), FIRST, LAST)


def test_what_is_asked_approved_paid_and_booked_in_three_worlds(money, scope):
    def ask(day):
        with clock.pinned(day):
            payments.book(money.paid(1000), by=money.accountant)

    assert three_worlds(figures.paid, scope, ask) == {"outside": 0, "edge": 20, "inside": 10}
    values = [
        figure(scope).value for figure in (figures.requests, figures.requested, figures.approved, figures.executed)
    ]
    assert values == [3, 30, 30, 30]
    assert figures.paid(scope.of(purpose=Purpose.WARMTH)).value == 0
    assert figures.planned(scope).value == 170_000
    assert figures.execution(scope).value == Decimal("0.0002")
    with clock.pinned(LAST):
        spending.withdraw(money.approved(500), by=money.clerk, reason="取消")
        spending.refuse(money.ask(500), by=money.chair, reason="不必")
    assert [figure(scope).value for figure in (figures.requests, figures.approved)] == [4, 30]
    told = " ".join(sentence.spoken for sentence in said(Topic.FUNDS, scope))
    assert "办理经费申请" in told and "执行率" in told


def test_dues_and_contributions_in_three_worlds(money, scope):
    def month_of(day):
        dues.reckon([dues.Wage(money.member, day, Decimal(2000))], by=money.clerk)
        contributions.receive(
            contributions.declare(by=money.clerk, month=day, wages=Decimal(1000)), by=money.clerk, amount=Decimal(5)
        )

    for day in (date(2023, 1, 1), FIRST, date(2023, 3, 1), date(2023, 4, 1)):
        month_of(day)
    assert [figure(scope).value for figure in (figures.dues_due, figures.dues_paid, figures.dues_owed)] == [20, 0, 20]
    of_employer = (figures.contributions_due, figures.contributions_received, figures.contributions_owed)
    assert [figure(scope).value for figure in of_employer] == [40, 10, 15]  # March is due after the last day
    with clock.pinned(date(2023, 4, 30)):
        dues.collect(by=money.clerk, month=FIRST)
    assert [figure(scope).value for figure in (figures.dues_paid, figures.dues_owed)] == [10, 10]


def test_the_approval_form_and_the_demand_are_filled_from_the_record(money):
    request = money.paid(123_456)
    late = contributions.declare(by=money.clerk, month=FIRST, wages=Decimal(1_000_000))
    client = money.world.client(Persona.CLERK)
    papers = {"funds.requests.word": request, "funds.contributions.word": late}
    words = {"funds.requests.word": "壹仟贰佰叁拾肆元伍角陆分", "funds.contributions.word": "贰万元整"}
    for name, record in papers.items():
        answer = client.post(reverse(name, args=[record.pk]))
        text = ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
        assert words[name] in text
    assert "第四十四条" in text and "滞纳金" not in text  # no rule of its own place is adopted
    profile.describe(by=money.clerk, account_name="测试工会", bank="测试银行", account_no="6200 0001")
    rule = {"text": "0.05%", "valid_from": FIRST, "source": "本市办法", "reason": "本市有规定"}
    rulebook.amend("funds.late_rate", by=money.clerk, checked="L", **rule)
    answer = client.post(reverse("funds.contributions.word", args=[late.pk]))
    text = ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
    assert "每日0.05%，逾期46天，以欠拨数为限，至今460.00元（本市办法）" in text
    assert all(words in text for words in ("测试工会", "测试银行", "6200 0001"))
    contributions.receive(late, by=money.clerk, amount=late.due)
    assert client.post(reverse("funds.contributions.word", args=[late.pk])).status_code == 409
    stranger = money.world.client(Persona.MEMBER)
    assert stranger.post(reverse("funds.requests.word", args=[request.pk])).status_code == 404
