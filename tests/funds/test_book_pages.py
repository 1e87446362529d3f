"""The pages of the book: the kit's battery on each declaration, and what each figure opens."""

import re
from datetime import date

import pytest

from tests.funds.conftest import MARCH
from tests.funds.money_world import a_file
from tests.kit import battery
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.funds.models import Disclosure, Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import audits, chart, disclosure, periods, purses, vouchers
from unionhall.funds.views import audits as audit_views
from unionhall.funds.views import book
from unionhall.funds.views import disclosures as disclosure_views
from unionhall.funds.views import purses as purse_views
from unionhall.pages import nav


def lines(**cells):
    rows = [{"account": "102", "debit": "1,000.50"}, {"account": "401", "credit": "1000.5"}]
    return {f"lines-{at}-{cell}": value for at, row in enumerate(rows) for cell, value in row.items()} | cells


@pytest.fixture
def booked(accountant):
    def book_some(count=1, on=MARCH):
        given = [Line("102", debit=100), Line("401", credit=100)]
        for at in range(count):
            voucher = vouchers.book(by=accountant, on=on, text=f"会费{at}", lines=given)
        return voucher

    return book_some


def test_pages_of_vouchers(world, accountant, booked):
    good = {
        "book": {"on": "2023-04-10", "text": "会费", "kind": "receipt", "upload": a_file("回单.pdf")} | lines(),
        "open_balances": {"on": "2023-01-01"} | lines(**{"lines-1-account": "321"}),
        "reverse": {"on": "2023-04-10", "reason": "重复"},
    }
    bad = {
        "book": {"on": "2023-04-10", "text": ""} | lines(**{"lines-1-credit": "1000.49"}),
        "open_balances": {"on": "昨天"} | lines(**{"lines-0-debit": "-1"}),
        "carry": {"year": "去年"},
        "reverse": {"on": "", "reason": ""},
    }
    battery.check_all(
        battery.World(
            book.voucher_pages,
            booked(),
            accountant,
            world.user(Persona.MEMBER),
            booked,
            forbidden=world.user(Persona.CASHIER),
            good=good,
            bad=bad,
        )
    )


def test_only_the_lines_at_fault_are_marked(world, accountant):
    facts = {"on": "2023-04-10", "text": "会费", "kind": "receipt"}
    client = world.client(Persona.ACCOUNTANT)
    for cells, reason, marked in (
        ({"lines-1-credit": "1000.x"}, "第2行：“1000.x”不是金额", ["lines-1"]),
        ({"lines-1-credit": "1e99999"}, "第2行：“1e99999”不是金额", ["lines-1"]),
        ({"lines-1-credit": "1000.49"}, "借贷不平", ["lines-0", "lines-1"]),
        ({"lines-3-debit": "5"}, "第4行：请选择科目。", ["lines-3"]),
    ):
        answer = client.post("/office/funds/vouchers/book/", facts | {"upload": a_file("回单.pdf")} | lines(**cells))
        page = answer.content.decode()
        assert (answer.status_code, reason in page) == (422, True)
        wrong = re.findall(r'name="(lines-\d)-\w+" aria-invalid="true"', page)
        assert wrong == [row for row in marked for _cell in ("account", "debit", "credit")]


def test_pages_of_entries_periods_accounts_and_purses(world, accountant, booked, clerk, chair):
    voucher = booked()
    vouchers.review(voucher, by=chair)
    stranger, cashier = world.user(Persona.BRANCH_CHAIR), world.user(Persona.CASHIER)

    def months(count):
        for at in range(count):
            vouchers.review(booked(on=date(2022, 12 - at, 5)), by=chair)

    def accounts(count):
        for at in range(count):
            chart.add(by=accountant, code=f"5010{at + 7}", name="新明细", level="basic", source="本会", checked="S")

    def purse(count):
        for at in range(count):
            purses.open(by=clerk, title=f"上级补助{at}", kind="upper")

    account = {"name": "新科目", "level": "all", "source": "本会", "checked": "S"}
    worlds = [
        (book.entry_pages, voucher.entries.first(), accountant, booked, {}, {}),
        (book.period_pages, voucher.period, accountant, months, {"close": {}}, {}),
        (
            book.account_pages,
            chart.named(["50102"])["50102"],
            accountant,
            accounts,
            {"add": account | {"code": "50107"}, "amend": account | {"is_open": "on"}},
            {"add": account | {"code": "A1"}, "amend": {"name": "", "level": "galaxy"}},
        ),
        (
            purse_views.fund_pages,
            purses.open(by=clerk, title="上级补助", kind="upper"),
            clerk,
            purse,
            {"open": {"title": "政府补助", "kind": "government"}, "settle": {}},
            {"open": {"title": "", "kind": "drive"}},
        ),
    ]
    for pages, record, allowed, more, good, bad in worlds:
        battery.check_all(battery.World(pages, record, allowed, stranger, more, forbidden=cashier, good=good, bad=bad))


def test_pages_of_audits_findings_and_disclosures(world, accountant, booked, chair, clerk):
    auditor, member = world.user(Persona.AUDITOR), world.user(Persona.MEMBER)
    voucher = booked()
    vouchers.review(voucher, by=chair)
    periods.close(voucher.period, by=accountant)
    span = {"first_on": date(2023, 1, 1), "last_on": date(2023, 3, 31)}

    def audit(count=1):
        for at in range(count):
            begun = audits.begin(by=auditor, title=f"审查{at}", kind="yearly", **span)
        return begun

    first = audit()

    def finding(count=1):
        facts = {"text": "发票抬头不符", "clause": "FIN-11", "due_on": date(2023, 5, 31)}
        for at in range(count):
            raised = audits.raise_finding(first, by=auditor, title=f"问题{at}", **facts)
        return raised

    def quarter(first_on):
        return Disclosure.objects.create(
            first_on=first_on,
            last_on=date(2024, 1, 1),
            lines=disclosure.lines(first_on, first_on),
            published_on=first_on,
            published_by=clerk,
        )

    asked = {"title": "年度审查", "kind": "yearly", "first_on": "2023-01-01", "last_on": "2023-03-31"}
    found = {"title": "缺签领表", "text": "x", "clause": "FIN-11", "due_on": "2023-06-01", "voucher": "2023-03 收-001"}
    worlds = [
        (
            audit_views.audit_pages, first, auditor, audit,
            {"begin": asked, "raise_finding": found, "report": {"opinion": "账实相符"}},
            {"begin": asked | {"kind": "x"}, "raise_finding": found | {"voucher": "2023-03 付-999"}, "report": {}},
        ),
        (audit_views.finding_pages, finding(), clerk, finding, {"answer": {"measure": "已补"}}, {"answer": {}}),
    ]  # fmt: skip
    for pages, record, allowed, more, good, bad in worlds:
        battery.check_all(
            battery.World(
                pages, record, allowed, member, more, forbidden=world.user(Persona.CASHIER), good=good, bad=bad
            )
        )
    disclosed = battery.World(
        disclosure_views.disclosure_pages,
        disclosure.publish(by=clerk, quarter=MARCH),
        clerk,
        member,
        lambda count: [quarter(date(2022, 10 - 3 * at, 1)) for at in range(count)],
        bad={"publish": {"quarter": "去年"}},
    )
    battery.check_all(disclosed)


def test_a_voucher_walks_through_the_pages_and_a_closed_month_refuses_in_words(world, booked, accountant, chair):
    at_book, at_review = world.client(Persona.ACCOUNTANT), world.client(Persona.CHAIR)
    dues = {"text": "会费", "kind": "receipt"} | lines()
    sent = at_book.post("/office/funds/vouchers/book/", dues | {"on": "2023-03-15", "upload": a_file("回单.pdf")})
    voucher = Voucher.objects.get()
    assert sent.url == f"/office/funds/vouchers/{voucher.pk}/"
    assert "有1张凭证待复核" in [item.text for item in nav.waiting_for(chair)]
    assert "2023年3月还没有结账" in [item.text for item in nav.waiting_for(accountant)]
    assert at_book.post(f"{sent.url}review/").status_code == 403
    assert at_review.post(f"{sent.url}review/").status_code == 302
    assert at_book.post(f"/office/funds/periods/{voucher.period_id}/close/").status_code == 302
    before = Event.objects.count()
    late = at_book.post("/office/funds/vouchers/book/", dues | {"on": "2023-03-20", "upload": a_file("补记.pdf")})
    assert late.status_code == 409
    assert "2023年3月20日所在的月份已经结账（2023年3月），不能再记账" in late.content.decode()
    assert (Voucher.objects.count(), Event.objects.count()) == (1, before)
    page = at_review.get(sent.url).content.decode()
    assert "1,000.50" in page and "回单.pdf" in page
    assert "红字冲销" not in page
