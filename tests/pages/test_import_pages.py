"""The import through the browser: upload, columns, preview, apply."""

import io
from datetime import timedelta

import pytest
from python_calamine import CalamineWorkbook

from tests.pages.app.models import Loan, Shelf
from tests.pages.books import GOOD, loans, upload, workbook
from unionhall.audit.models import Event
from unionhall.kernel import clock
from unionhall.pages import background
from unionhall.pages.imports import views
from unionhall.pages.models import ImportRun, ImportState

FIRST = "/office/loans-import/"
COLUMNS = {"title": 0, "number": 1, "kind": 2, "shelf": 3, "wanted_on": 4, "phone": 5}


@pytest.fixture
def run(at_desk):
    response = at_desk.post(FIRST, {"file": upload(loans(*GOOD, ["书", "J0003", "图书", "", "", ""]))})
    at_desk.post(response.url, COLUMNS)
    return ImportRun.objects.get()


def test_the_way_from_file_to_result(at_desk):
    assert at_desk.get(FIRST).status_code == 200
    columns = at_desk.post(FIRST, {"file": upload(loans())}, follow=True)
    assert "核对列" in columns.content.decode()
    address = columns.redirect_chain[-1][0]
    preview = at_desk.post(address, COLUMNS, follow=True).content.decode()
    assert ImportRun.objects.get().counts == {"new": 2, "changed": 0, "unchanged": 0, "left": 0, "error": 0}
    assert "新建这些货架" in preview
    refused = at_desk.post(f"{address}apply/")
    assert refused.status_code == 409
    assert not Loan.objects.exists()
    done = at_desk.post(f"{address}apply/", {"confirm": "shelves"}, follow=True).content.decode()
    assert "导入结果" in done
    assert (Loan.objects.count(), Shelf.objects.count()) == (2, 2)


def test_the_file_is_kept_encrypted_and_let_go_when_applied(at_desk, run):
    assert b"PK" not in bytes(run.sealed)[:40]
    assert run.content[:2] == b"PK"
    at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"})
    run.refresh_from_db()
    assert (run.state, bytes(run.sealed)) == (ImportState.APPLIED, b"")
    assert Event.objects.get(verb="toolroom.import", subject_id=run.pk).after["new"] == 2


def test_applying_twice_applies_once(at_desk, run):
    for _ in range(2):
        assert at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"}).status_code == 302
    assert Loan.objects.count() == 2


def test_when_records_changed_meanwhile_the_preview_is_shown_again(at_desk, run, keeper):
    Loan.objects.create(number="J0001", title="钳子", borrower=keeper)
    response = at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"})
    assert response.status_code == 409
    assert "预览之后数据有了变化" in response.content.decode()
    assert Loan.objects.count() == 1
    assert ImportRun.objects.get().counts["changed"] == 1


def test_the_refused_rows_come_back_as_a_workbook_with_their_reasons(at_desk, run):
    response = at_desk.post(f"{FIRST}{run.pk}/errors/")
    rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert rows == [
        ["物品名称*", "借用编号", "类 别", "货架", "日期（必填）", "电话", "原因"],
        ["书", "J0003", "图书", "", "", "", "图书的名称要写明几本。"],
    ]
    assert Event.objects.filter(kind="export").count() == 1


def test_the_preview_is_filtered_by_kind(at_desk, run):
    page = at_desk.get(f"{FIRST}{run.pk}/?kind=error").content.decode()
    assert "图书的名称要写明几本。" in page
    assert "扳手" not in page


def test_what_needs_a_decision_stands_first_and_what_stays_is_left_out(at_desk, run, loan):
    at_desk.post(f"{FIRST}{run.pk}/", COLUMNS)
    kinds = [line.kind.value for line in at_desk.get(f"{FIRST}{run.pk}/").context["page"]]
    assert kinds == ["error", "changed", "new"]


def test_columns_may_be_corrected_before_the_preview(at_desk):
    response = at_desk.post(FIRST, {"file": upload(workbook([["甲", "乙"], ["扳手", "J1"]]))}, follow=True)
    assert "没有找到这张表里的“编号”列，请指一下是哪一列。" in response.content.decode()
    address = response.redirect_chain[-1][0]
    assert at_desk.post(address, {"title": 0, "number": 0}).status_code == 422
    assert at_desk.post(address, {"title": 0, "number": 1}, follow=True).status_code == 200
    assert ImportRun.objects.get().counts["new"] == 1


def test_the_header_row_may_be_pointed_out(at_desk):
    content = workbook([["编号", "物品"], ["编号", "物品", "电话"], ["J1", "扳手", "13800000000"]])
    address = at_desk.post(FIRST, {"file": upload(content)}).url
    at_desk.post(address, {"at-turn": 1, "at-sheet": 0, "at-header": 0})
    assert ImportRun.objects.get().mapping == {"number": 0, "title": 1}
    assert at_desk.post(address, {"at-turn": 1, "at-sheet": 7, "at-header": 0}).status_code == 422


def test_a_run_of_somebody_else_does_not_exist(client, run, borrower, stranger):
    client.force_login(borrower)
    assert client.get(f"{FIRST}{run.pk}/").status_code == 404
    assert client.post(f"{FIRST}{run.pk}/apply/").status_code == 404
    client.force_login(stranger)
    assert client.get(FIRST).status_code == 404


def test_old_uploads_and_the_rows_of_old_results_are_let_go(at_desk, run):
    at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"})
    at_desk.post(FIRST, {"file": upload(loans())})
    with clock.pinned(clock.now() + timedelta(days=91)):
        at_desk.force_login(run.user)
        at_desk.post(FIRST, {"file": upload(loans())})
    run.refresh_from_db()
    assert (run.lines, run.counts["new"]) == ("", 2)
    assert ImportRun.objects.count() == 2


def test_an_import_may_be_given_up(at_desk, run):
    at_desk.post(f"{FIRST}{run.pk}/forget/")
    assert not ImportRun.objects.exists()


def test_an_unreadable_file_says_why_beside_the_field(at_desk):
    response = at_desk.post(FIRST, {"file": upload(b"%PDF-1.7 \x00", "名单.xlsx")})
    assert response.status_code == 422
    assert "这个文件不是表格" in response.content.decode()
    assert at_desk.post(FIRST, {}).status_code == 422
    assert not ImportRun.objects.exists()


def test_a_long_list_is_imported_as_a_job(at_desk, run, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 1)
    response = at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"})
    assert response.url.startswith("/jobs/")
    assert Loan.objects.count() == 2
    run.refresh_from_db()
    assert run.state == ImportState.APPLIED


def test_without_the_jobs_engine_it_is_imported_at_once(at_desk, run, monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 1)
    monkeypatch.setattr(background, "_carriers", [])
    assert at_desk.post(f"{FIRST}{run.pk}/apply/", {"confirm": "shelves"}).url == f"{FIRST}{run.pk}/"
    assert Loan.objects.count() == 2
