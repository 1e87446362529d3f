"""The figures of the book in three worlds, the sentences they make, and who is reminded."""

from datetime import date
from decimal import Decimal

import pytest

from tests.funds.conftest import MARCH, close_all
from tests.kit.figures import three_worlds
from tests.kit.world import Persona
from unionhall.accounts.roles import Role
from unionhall.accounts.tenancy import current_union
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import said
from unionhall.funds.figures import ledger as figures
from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Disclosure, Fund
from unionhall.funds.reminders import audits as of_audits
from unionhall.funds.reminders import ledger as reminders
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import audits, contributions, income, opening, purses, vouchers, years
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.models import Post
from unionhall.people.services import bodies

FIRST, LAST = date(2023, 2, 1), date(2023, 3, 31)


@pytest.fixture
def scope(world):
    return Scope(current_union(), FIRST, LAST)


def test_income_and_spending_in_three_worlds(scope, accountant, cashier):
    def move(day):
        income.receive(None, by=cashier, fund=None, fen=300, way=Way.CASH, on=day, text="会费", account="401")
        vouchers.book(by=accountant, on=day, text="奖品", lines=[Line("50102", debit=200), Line("101", credit=200)])

    assert three_worlds(figures.income, scope, move) == {"outside": 0, "edge": 6, "inside": 3}
    assert figures.spending(scope).value == 6
    assert figures.spending(scope.of(account="501")).value == 6
    assert figures.spending(scope.of(account="504")).value == 0
    assert figures.money(scope).value == 4
    assert figures.vouchers(scope).value == 6


def test_what_is_reversed_counts_for_nothing_and_openings_and_closings_are_no_income(scope, accountant, cashier, chair):
    opening.open_balances(by=accountant, on=FIRST, lines=[Line("102", debit=900), Line("321", credit=900)])
    receipt = income.receive(None, by=cashier, fund=None, fen=300, way=Way.CASH, on=MARCH, text="会费", account="401")
    today = date(2024, 1, 3)
    with clock.pinned(today):
        close_all(accountant, chair, before=today)
        years.carry(by=accountant, year=2023)
        year = Scope(current_union(), date(2023, 1, 1), today)
        assert [figures.income(one).value for one in (scope, year)] == [3, 3]
        receipt.refresh_from_db()
        vouchers.reverse(receipt, by=accountant, on=today, reason="重复")
        assert [figures.income(one).value for one in (scope, year)] == [3, 0]


def test_contributions_are_shared_and_remitted_in_three_worlds(scope, money):
    months = iter(range(1, 13))

    def came(day):
        with clock.pinned(date(2023, 12, 31)):
            one = contributions.declare(by=money.clerk, month=date(2022, next(months), 1), wages=Decimal(5000))
            contributions.receive(one, by=money.clerk, amount=Decimal(100), on=day)

    assert three_worlds(figures.retained, scope, came) == {"outside": 0, "edge": 120, "inside": 60}
    assert figures.due_upward(scope).value == 120
    lines = [Line("221", debit=4000), Line("102", credit=4000)]
    paid = vouchers.book(by=money.accountant, on=MARCH, text="上解", lines=lines)
    assert figures.remitted(scope).value == 40
    vouchers.reverse(paid, by=money.accountant, on=MARCH, reason="退回")
    assert (figures.remitted(scope).value, figures.due_upward(scope).value) == (0, 120)


def test_money_of_others_is_neither_income_nor_spending(scope, accountant, clerk, drive):
    lines = [Line("231", debit=500, fund=drive), Line("102", credit=500, fund=drive)]
    paid = vouchers.book(by=accountant, on=MARCH, text="转付捐款", lines=lines)
    assert (figures.custody_in(scope).value, figures.custody_out(scope).value) == (20, 5)
    assert (figures.income(scope).value, figures.spending(scope).value) == (0, 0)
    assert figures.custody_in(scope.of(fund=drive)).value == 20
    assert figures.custody_in(scope.of(source=FundKind.UPPER)).value == 0
    vouchers.reverse(paid, by=accountant, on=MARCH, reason="退回")
    assert (figures.custody_in(scope).value, figures.custody_out(scope).value) == (20, 0)


def test_audits_and_disclosures_in_three_worlds(world, scope, clerk):
    auditor = world.user(Persona.AUDITOR)

    def audited(day):
        with clock.pinned(day):
            audit = audits.begin(by=auditor, title="审查", kind="yearly", first_on=day, last_on=day)
            finding = audits.raise_finding(audit, by=auditor, title="问题", text="x", clause="FIN-11", due_on=day)
            audits.report(audit, by=auditor, opinion="账实相符")
            audits.answer(finding, by=clerk, measure="已改")
            audits.accept(finding, by=auditor)
        Disclosure.objects.create(
            first_on=day, last_on=date(2030, 1, 1), lines={}, published_on=day, published_by=clerk
        )

    assert three_worlds(figures.audits, scope, audited) == {"outside": 0, "edge": 2, "inside": 1}
    assert figures.findings(scope).value == figures.put_right(scope).value == figures.disclosures(scope).value == 3
    assert figures.rectified(scope).value == 1
    assert figures.rectified(Scope(scope.union, date(2019, 1, 1), date(2019, 12, 31))).value is None


def test_purses_open_on_the_last_day_are_counted(scope, clerk, drive):
    Fund.objects.filter(pk=drive.pk).update(opened_on=LAST)
    with clock.pinned(date(2023, 4, 1)):
        purses.open(title="之后的", kind=FundKind.UPPER, by=clerk)
    assert figures.purses(scope).value == 1
    assert figures.purses(scope.of(source=FundKind.UPPER)).value == 0


def test_the_book_is_told_in_sentences(scope, accountant, cashier, drive):
    income.receive(None, by=cashier, fund=None, fen=300_00, way=Way.CASH, on=MARCH, text="会费", account="401")
    vouchers.book(by=accountant, on=MARCH, text="奖品", lines=[Line("50102", debit=200_00), Line("101", credit=200_00)])
    told = [sentence.spoken for sentence in said("funds", scope)]
    assert "期间经费收入300.00元，支出200.00元，期末货币资金结存120.00元。" in told
    assert "其中会费300.00元。" in told
    assert "代管捐款和离退休经费等收到20.00元，专款专用。" in told
    assert not any("审查" in words for words in told)


def test_the_accountant_is_reminded_of_the_month_on_its_day_once(world, accountant, drive):
    def reminded(day):
        with clock.pinned(day):
            return reminders.remind_of_closing() + reminders.remind_of_disclosure()

    days = [
        date(2023, 4, 9),
        date(2023, 4, 10),
        date(2023, 4, 10),
        date(2023, 4, 11),
        date(2023, 4, 20),
        date(2023, 5, 10),
    ]
    assert [reminded(day) for day in days] == [0, 1, 0, 1, 1, 0]
    assert Notice.objects.filter(user=accountant).count() == 3


def test_the_audit_committee_hears_of_a_year_nobody_audited_and_of_a_handover(world, accountant, drive):
    def reminded(day):
        with clock.pinned(day):
            return of_audits.remind_of_audit() + of_audits.remind_of_handover()

    days = [date(2024, 2, 1), date(2024, 3, 1), date(2024, 3, 1), date(2024, 3, 2), date(2024, 4, 1)]
    assert [reminded(day) for day in days] == [0, 1, 0, 0, 1]
    auditor = world.user(Persona.AUDITOR)
    with clock.pinned(date(2024, 4, 2)):
        audits.begin(
            by=auditor,
            title="2023年度审查",
            kind=AuditKind.YEARLY,
            first_on=date(2023, 1, 1),
            last_on=date(2023, 12, 31),
        )
    assert reminded(date(2024, 5, 1)) == 0
    post = Post.objects.get(person=accountant.person, seat__role=Role.ACCOUNTANT)
    with clock.pinned(date(2024, 5, 6)):
        bodies.end(post, by=world.user(Persona.CLERK), ended_on=date(2024, 5, 6))
    assert [reminded(date(2024, 5, day)) for day in (6, 7, 7, 8)] == [0, 1, 0, 0]
    assert Notice.objects.filter(user=auditor).count() == 3
