"""What leaves the book: for the finance system, for Beancount as an independent checker, on paper, and for members."""

import io
import re
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from docx import Document
from python_calamine import CalamineWorkbook

from tests.funds.conftest import APRIL, MARCH, close_all, review_all
from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed
from unionhall.funds.exchange import plain_text
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import Disclosure, Finding, Period
from unionhall.funds.rules.entries import Line
from unionhall.funds.rules.quarters import quarter_of
from unionhall.funds.selectors import balances
from unionhall.funds.selectors import ledger as selectors
from unionhall.funds.services import audits, disclosure, income, opening, periods, purses, vouchers, years
from unionhall.kernel import clock
from unionhall.search.selectors import results

JANUARY, DECEMBER = date(2023, 1, 1), date(2023, 12, 31)
SPAN = {"first": "2023-03-01", "last": "2023-04-30"}


@pytest.fixture
def year(world, accountant, cashier, clerk, chair, drive):
    """A book with opening balances, income, spending from two purses, a reversal; March closed."""
    lines = [Line("102", debit=10_000_00), Line("101", debit=500_00), Line("321", credit=10_500_00)]
    opening.open_balances(by=accountant, on=JANUARY, lines=lines)
    income.receive(
        None, by=cashier, fund=None, fen=600_00, way=Way.TRANSFER, on=MARCH, text='会费 "三月" \\ 第一批', account="401"
    )
    income.receive(None, by=clerk, fund=drive, fen=12_34, way=Way.GOODS, on=MARCH, text="捐物")
    upper = purses.open(title="张三专项补助", kind=FundKind.UPPER, by=clerk)
    income.receive(None, by=cashier, fund=upper, fen=300_00, way=Way.TRANSFER, on=MARCH, text="上级补助")
    spent = [Line("50102", debit=250_55), Line("102", credit=250_55)]
    wrong = vouchers.book(by=accountant, on=MARCH, text="=HYPERLINK(1)", lines=spent)
    close_all(accountant, chair, before=APRIL.replace(day=1))
    wrong.refresh_from_db()
    vouchers.reverse(wrong, by=accountant, on=APRIL, reason="重复")
    vouchers.book(
        by=accountant,
        on=APRIL,
        text="转付",
        lines=[Line("231", debit=5, fund=drive), Line("102", credit=5, fund=drive)],
    )
    return wrong


def checked(text, tmp_path):
    """What Beancount's own `bean-check` says of a text: its exit code and its complaints."""
    path = tmp_path / "book.beancount"
    path.write_text(text)
    ran = subprocess.run(
        [sys.executable, "-m", "beancount.scripts.check", str(path)], capture_output=True, text=True, check=False
    )
    return ran.returncode, ran.stderr


def test_beancount_finds_no_error_in_the_book_and_finds_one_fen_that_is_wrong(year, tmp_path):
    whole, part = plain_text.text(JANUARY, DECEMBER), plain_text.text(APRIL, DECEMBER)
    assert checked(whole, tmp_path) == (0, "")
    assert checked(part, tmp_path) == (0, "")
    assert whole.count(" balance ") == 10
    code, said = checked(whole.replace("250.55", "250.56", 1), tmp_path)
    assert code == 1
    assert "does not balance" in said


def test_vouchers_leave_in_the_layout_of_the_finance_system_with_no_formula_in_them(world, year):
    client = world.client(Persona.ACCOUNTANT)
    answer = client.post("/office/funds/vouchers/exports/", SPAN | {"layout": "finance"})
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert (
        head[:11] == "凭证日期 会计年度 会计期间 凭证字 凭证号 分录号 摘要 科目编码 科目名称 借方金额 贷方金额".split()
    )
    assert rows[0][:11] == [MARCH, 2023, 3, "付", 1, 1, "=HYPERLINK(1)", "50102", "文体活动", 250.55, ""]
    assert round(sum(row[9] or 0 for row in rows), 2) == round(sum(row[10] or 0 for row in rows), 2)
    assert client.post("/office/funds/vouchers/exports/", SPAN | {"layout": "plain"})["Content-Type"].startswith(
        "text/plain"
    )
    assert client.post("/office/funds/vouchers/exports/", SPAN | {"layout": "x"}).status_code == 422
    assert client.get("/office/funds/balances/", {"first": "0001-01-01", "last": "9999-12-31"}).status_code == 422
    assert Event.objects.filter(kind="export", subject_type="funds.vouchers").count() == 2
    assert world.client(Persona.MEMBER).get("/office/funds/vouchers/exports/").status_code == 404


def test_every_balance_opens_its_entries_and_adds_up(world, year):
    client = world.client(Persona.AUDITOR)
    page = client.get("/office/funds/balances/", SPAN).content.decode()
    lines = {line.code: line for line in balances.balances(date(2023, 3, 1), date(2023, 4, 30))}
    assert lines["501"].debit == lines["50102"].debit == Decimal("250.55")
    assert lines["50102"].closing == 0
    assert lines["102"].opening == 10_000
    assert sum(line.closing for code, line in lines.items() if len(code) == 3) == 0
    assert "account=50102&amp;on_after=2023-03-01&amp;on_before=2023-04-30" in page
    shown = client.get(
        "/office/funds/entries/", {"account": "50102", "on_after": "2023-03-01", "on_before": "2023-04-30"}
    )
    assert shown.content.decode().count("250.55") == 2
    assert client.get("/office/funds/balances/", {"first": "x", "last": "2023-04-30"}).status_code == 422
    assert client.post("/office/funds/balances/?first=2023-03-01&last=2023-04-30").status_code == 200


def text_of(answer):
    document = Document(io.BytesIO(answer.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_vouchers_months_and_purses_are_printed_from_word_templates(world, year, drive):
    client = world.client(Persona.ACCOUNTANT)
    voucher = text_of(client.post(f"/office/funds/vouchers/{year.pk}/word/"))
    assert "贰佰伍拾元伍角伍分" in voucher
    assert "50102 文体活动" in voucher
    month = text_of(client.post(f"/office/funds/periods/{year.period_id}/word/"))
    assert "本月收入900.00元，本年累计900.00元" in month
    purse = text_of(client.post(f"/office/funds/purses/{drive.pk}/word/"))
    assert "结余32.29元" in purse
    assert client.post(f"/office/funds/vouchers/{year.pk}/pdf/").content.startswith(b"%PDF")
    assert world.client(Persona.MEMBER).post(f"/office/funds/vouchers/{year.pk}/pdf/").status_code == 404


def test_members_read_the_quarter_on_the_phone_and_no_private_person_stands_in_it(
    world, year, clerk, chair, accountant
):
    with pytest.raises(NotAllowed):
        disclosure.publish(by=world.user(Persona.MEMBER), quarter=MARCH)
    name = world.home.people[Persona.MEMBER].name
    with pytest.raises(Blocked, match="不能出现个人姓名（个人信息保护法第二十五条"):
        disclosure.publish(by=clerk, quarter=MARCH, note=f"向{name}转付捐款")
    with pytest.raises(Blocked, match="2023年4月还没有结账"):
        disclosure.publish(by=clerk, quarter=APRIL)
    desk, here = world.client(Persona.CLERK), "/office/funds/disclosures/publish/"
    typed = {"quarter": "2023-01-01", "note": "收支平稳"}
    preview = desk.post(here, typed).content.decode()
    assert "10,849.45" in preview and "2023年第1季度经费收支情况</h2>" in preview and not Disclosure.objects.exists()
    seen = re.search(r'name="seen" value="(\w+)"', preview)[1]
    assert desk.post(here, typed | {"seen": "another"}).status_code == 200 and not Disclosure.objects.exists()
    assert desk.post(here, typed | {"seen": seen}).status_code == 302
    told = Disclosure.objects.get()
    with pytest.raises(Blocked, match="已经公布过"):
        disclosure.publish(by=clerk, quarter=MARCH)
    assert told.lines == {
        "income": [["会费收入", "600.00"], ["上级补助收入", "300.00"]],
        "spending": [["文体活动", "250.55"]],
        "custody": [["drive", "32.34", "0"]],
        "left": [["union", "10849.45"], ["upper", "300.00"], ["drive", "32.34"]],
    }
    page = world.client(Persona.MEMBER).get(f"/my/funds/disclosures/{told.pk}/").content.decode()
    assert "10,849.45" in page
    assert "张三" not in page
    assert Client().get(f"/my/funds/disclosures/{told.pk}/").status_code == 302


def test_an_audit_names_what_is_wrong_and_sees_it_put_right(world, year, clerk, accountant):
    auditor = world.user(Persona.AUDITOR)
    with pytest.raises(NotAllowed, match="工会法第四十五条"):
        audits.begin(by=accountant, title="年度审查", kind="yearly", first_on=JANUARY, last_on=DECEMBER)
    audit = audits.begin(by=auditor, title="年度审查", kind="yearly", first_on=JANUARY, last_on=DECEMBER)
    facts = {"title": "缺签领表", "text": "活动奖品没有签领表", "clause": "FIN-11", "due_on": date(2023, 5, 31)}
    finding = audits.raise_finding(audit, by=auditor, voucher=year, **facts)
    later = audits.raise_finding(audit, by=auditor, **facts | {"title": "附件不全", "due_on": date(2023, 6, 30)})
    audits.report(audit, by=auditor, opinion="账实相符")
    with pytest.raises(Blocked, match="还有2个问题没有整改销号"):
        audits.finish(audit, by=auditor)
    audits.answer(finding, by=clerk, measure="已补签领表")
    audits.send_back(finding, by=auditor, reason="缺两人")
    audits.answer(finding, by=clerk, measure="已补全")
    audits.accept(finding, by=auditor)
    assert list(selectors.found_in(audit, auditor)) == [later, finding]
    audits.answer(later, by=clerk, measure="已补")
    audits.accept(later, by=auditor)
    audits.finish(audit, by=auditor)
    assert Finding.objects.get(pk=finding.pk).closed_on == clock.today()


def test_a_year_is_carried_on_purse_by_purse_when_all_of_it_is_reviewed(year, accountant, chair, cashier):
    late = {"fund": None, "fen": 70_00, "way": Way.TRANSFER, "text": "会费", "account": "401"}
    with clock.pinned(date(2024, 1, 5)):
        income.receive(None, by=cashier, on=DECEMBER, **late)
        with pytest.raises(Blocked, match="2023年4月还没有结账"):
            years.carry(by=accountant, year=2023)
        close_all(accountant, chair, before=DECEMBER.replace(day=1))
        with pytest.raises(Blocked, match=r"12月还有1张凭证没有制单或复核.*FIN-09"):
            years.carry(by=accountant, year=2023)
        review_all(accountant, chair)
        december = Period.objects.get(first_on=DECEMBER.replace(day=1))
        with pytest.raises(Blocked, match="还没有全部结转"):
            periods.close(december, by=accountant)
        assert years.carry(by=accountant, year=2023).on == DECEMBER
        income.receive(None, by=cashier, on=DECEMBER, **late)
        review_all(accountant, chair)
        with pytest.raises(Blocked, match="还没有全部结转"):
            periods.close(december, by=accountant)
        years.carry(by=accountant, year=2023)
        review_all(accountant, chair)
        with pytest.raises(Blocked, match="没有需要结转"):
            years.carry(by=accountant, year=2023)
        periods.close(december, by=accountant)
    closing = {line.code: line.closing for line in balances.balances(JANUARY, DECEMBER)}
    assert (closing["401"], closing["403"], closing["501"], closing["311"]) == (0, 0, 0, -1040)


def test_who_does_not_read_the_book_finds_nothing_of_it(world, year):
    for persona, found in ((Persona.ACCOUNTANT, 1), (Persona.MEMBER, 0), (Persona.BRANCH_CHAIR, 0)):
        hits = results(world.user(persona), "张三专项补助", each=5)
        assert len(list(hits)) == found, persona


@pytest.mark.parametrize(
    ("day", "first", "last"), [(date(2023, 1, 1), 1, 3), (date(2023, 6, 30), 4, 6), (date(2023, 12, 31), 10, 12)]
)
def test_a_quarter_has_three_months(day, first, last):
    begins, ends = quarter_of(day)
    assert (begins.month, begins.day, ends.month) == (first, 1, last)
    assert (ends.day, ends.year) == ({3: 31, 6: 30, 12: 31}[last], 2023)
