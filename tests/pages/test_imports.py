"""The import as plain functions: what the command line calls."""

from datetime import date

import pytest

from tests.pages.app.importing import LoanImporter
from tests.pages.app.models import Loan, Shelf
from tests.pages.books import GOOD, HEADERS, loans, workbook
from unionhall.audit.models import Event
from unionhall.flows import Blocked
from unionhall.pages.imports import Kind, read

importer = LoanImporter()


def preview(*rows):
    return importer.preview(read(loans(*rows), importer.fields))


def test_headers_are_understood_by_meaning_wherever_they_stand(union):
    source = read(loans(), importer.fields)
    assert source.header == 2
    assert source.mapping == {"title": 0, "number": 1, "kind": 2, "shelf": 3, "wanted_on": 4, "phone": 5}


def test_the_sheet_with_the_list_is_found(union):
    source = read(workbook([["说明"], ["无"]], [HEADERS, *GOOD]), importer.fields)
    assert (source.at, source.header) == (1, 0)


def test_every_row_gets_its_kind_and_what_changes_is_said_in_words(loan):
    Loan.objects.create(number="J0009", title="梯子", borrower=loan.borrower)
    found = preview(
        ["大扳手", "J0001", "工具", "东墙", "2023-5-1", "13800000000"],
        GOOD[1],
        ["书", "J0003", "图书", "", "", ""],
        ["", "J0004", "乐器", "", "2023-13-1", "x"],
    )
    assert found.counts == {"new": 1, "changed": 1, "unchanged": 0, "left": 1, "error": 2}
    assert found.lines[0].changes == [("物品", "扳手", "大扳手"), ("电话", "013800000000", "13800000000")]
    assert found.lines[1].values["wanted_on"] == date(1985, 3, 1)
    assert found.lines[2].reasons == ["图书的名称要写明几本。"]
    assert found.lines[3].reasons == [
        "没有填写物品。",
        "类别：“乐器”不在可填的范围内（工具、图书）。",
        "借用日期：没有“2023-13-1”这一天。",
        "电话：“x”不是电话号码。",
    ]
    assert (found.lines[4].kind, found.lines[4].label, found.lines[4].row) == (Kind.LEFT, "梯子", None)


def test_the_second_row_of_the_same_record_is_refused_and_names_the_first(union):
    found = preview(GOOD[0], GOOD[0])
    assert [line.reasons for line in found.lines] == [[], ["与第 4 行重复。"]]


def test_an_empty_cell_leaves_what_is_recorded(loan):
    found = preview(["扳手", "J0001", "", "", "", ""])
    assert found.counts["unchanged"] == 1


def test_the_same_file_again_changes_nothing(keeper):
    importer.run(preview(), by=keeper, confirmed=["shelves"])
    before = Event.objects.count()
    again = preview()
    assert again.counts == {"new": 0, "changed": 0, "unchanged": 2, "left": 0, "error": 0}
    importer.run(again, by=keeper)
    assert (Loan.objects.count(), Event.objects.count()) == (2, before)


def test_what_is_new_besides_the_rows_is_made_only_when_confirmed(keeper):
    with pytest.raises(Blocked, match="新建这些货架（东墙、西墙）"):
        importer.run(preview(), by=keeper)
    assert Shelf.objects.count() == Loan.objects.count() == 0


def test_nothing_is_half_applied(keeper, monkeypatch):
    """The second row breaks; the first is not there either. Without the transaction of `run` it would be."""

    def breaks_at_the_second(self, found, *, by, confirmed):
        Loan.objects.create(number="J1", title="一", borrower=by)
        raise Blocked("第二行出了问题")

    monkeypatch.setattr(LoanImporter, "apply", breaks_at_the_second)
    found = preview(["扳手", "J0001", "", "", "", ""])
    with pytest.raises(Blocked):
        importer.run(found, by=keeper)
    assert not Loan.objects.exists()
    with pytest.raises(Blocked):
        importer.apply(found, by=keeper, confirmed=[])
    assert Loan.objects.exists()


def test_a_clash_with_what_is_recorded_is_said_and_nothing_is_imported(keeper, monkeypatch):
    def clashes(self, found, *, by, confirmed):
        Loan.objects.create(number="J1", title="一", borrower=by)
        Loan.objects.create(pk=Loan.objects.get().pk, number="J2", title="二", borrower=by)

    monkeypatch.setattr(LoanImporter, "apply", clashes)
    with pytest.raises(Blocked, match="这次什么都没有导入"):
        importer.run(preview(["扳手", "J0001", "", "", "", ""]), by=keeper)
    assert not Loan.objects.exists()


def test_a_missing_column_is_asked_for_by_name(union):
    source = read(workbook([["编号", "备注"], ["J1", "x"]]), importer.fields)
    with pytest.raises(Blocked, match="没有找到这张表里的“物品”列，请指一下是哪一列"):
        importer.preview(source)
    assert importer.preview(source.remapped({"number": 0, "title": 1})).counts["new"] == 1
