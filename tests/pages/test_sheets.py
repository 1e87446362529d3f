"""What people send, and what is no list."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages.books import workbook
from unionhall.pages.sheets import Unreadable, limits, open_book, reading

DATA = Path(__file__).parents[1] / "data"
ROWS = [["编号", "物品"], ["J1", "扳手"]]


def zipped(**entries: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        workbook(ROWS),
        "编号,物品\nJ1,扳手\n".encode(),
        "编号,物品\r\nJ1,扳手\r\n".encode("utf-8-sig"),
        "编号,物品\nJ1,扳手\n".encode("gb18030"),
        "编号\t物品\nJ1\t扳手\n".encode("utf-16"),
        '编号;物品\nJ1;"扳手"\n'.encode(),
    ],
    ids=["xlsx", "utf-8", "utf-8 with mark", "gb18030", "utf-16", "semicolons"],
)
def test_a_list_is_read_whatever_its_form(content):
    assert [sheet.rows for sheet in open_book(content)] == [ROWS]


def test_an_old_workbook_is_read_with_its_dates():
    assert open_book(DATA / "loans.xls")[0].rows[2] == ["J0001", "扳手", "工具", date(2023, 5, 1)]


def test_a_formula_is_the_value_last_computed_and_never_run():
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        page = book.add_worksheet()
        page.write_formula(0, 0, "=1+1", None, 7)
        page.write_formula(0, 1, '=HYPERLINK("http://example.com")', None, "点此")
    assert open_book(buffer.getvalue())[0].rows == [[7.0, "点此"]]


def test_sheets_without_content_are_left_out():
    assert len(open_book(workbook([], ROWS, []))) == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "这个文件是空的"),
        (b" \n\n", "这个文件里没有内容"),
        (workbook([]), "这个文件里没有内容"),
        (b"%PDF-1.7\n1 0 obj", "这个文件不是表格"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "这个文件不是表格"),
        (zipped(word__document_xml=b"<w/>"), "这个文件不是表格"),
        (b"PK\x03\x04" + b"x" * 50, "已经损坏"),
        (workbook(ROWS)[:600], "已经损坏"),
        (zipped(xl__workbook_xml=b"<oops"), "已经损坏"),
        (b"<html><table><tr><td>J1</td></tr></table></html>", "其实是网页或 XML"),
        ("编号,物品\nJ1,扳手\n".encode() + "J2,锤子钉子\n".encode("gb18030"), "混用了两种文字编码（第 1 行"),
        ("编号,物品\n".encode("gb18030") + b"J1,\xff\xff\n", "第 2 行的文字编码不对"),
        (b"a,b\x01c\n", "这个文件不是表格"),
        (b'a,"' + b"x" * 200_000, "引号没有配对"),
        (workbook([["x"] * 201]), "表里有 201 列，超过了 200 列的上限"),
        (",".join("x" * 10_000).encode(), "表里有 10,000 列，超过了 200 列的上限"),
        (b"x\n" * 50_001, "表里有 50,001 行，超过了 50,000 行的上限"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_list_is_refused_in_words(content, sentence):
    with pytest.raises(Unreadable, match=sentence):
        open_book(content)


def test_a_locked_workbook_says_so():
    with pytest.raises(Unreadable, match="设了打开密码"):
        open_book(DATA / "locked.xlsx")


@settings(max_examples=80, deadline=None, derandomize=True)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"a,b\n"]),
)
def test_whatever_is_sent_is_read_or_refused_in_words(rest, start):
    try:
        assert open_book(start + rest)
    except Unreadable as refusal:
        assert str(refusal).endswith("。")


def test_a_workbook_that_never_ends_is_refused_in_time(monkeypatch):
    """Its bytes were changed at random until the reader went round in circles."""
    monkeypatch.setattr(reading, "SECONDS", 1)
    with pytest.raises(Unreadable, match="已经损坏"):
        open_book(DATA / "endless.xls")


def test_a_workbook_that_wants_all_the_memory_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MEGABYTES", 18)
    with pytest.raises(Unreadable, match="已经损坏"):
        open_book(DATA / "roster-2022-12.xlsx")


def test_a_file_over_the_limit_is_refused_before_it_is_read(settings, tmp_path):
    settings.UNIONHALL_UPLOAD_BYTES = 1024 * 1024
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(2 * 1024 * 1024)
    with pytest.raises(Unreadable, match="文件有 3 MB，超过了 1 MB 的上限"):
        open_book(path)


def test_a_bomb_is_refused_by_its_directory():
    with pytest.raises(Unreadable, match="展开后大得不正常"):
        open_book(zipped(xl__workbook_xml=b"<x/>", xl__worksheets__sheet1_xml=b"0" * 30_000_000))


def test_one_cell_in_the_last_corner_fills_no_memory():
    far = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c s="1" r="{cell}"><v>1</v></c></row>'
    for row, cell, sentence in ((1048576, "A1048576", "1,048,576 行"), (2, "XFD2", "16,384 列")):
        sheet = (far + "</sheetData></worksheet>").format(row=row, cell=cell).encode()
        with pytest.raises(Unreadable, match=sentence):
            open_book(zipped(xl__workbook_xml=b"<x/>", xl__worksheets__sheet1_xml=sheet))


def test_the_twin_without_its_limit_such_a_cell_is_read(monkeypatch):
    """With the limits raised the same rows are read: it is the limit that refuses, not the reader."""
    monkeypatch.setattr(limits, "COLUMNS", 300)
    assert len(open_book(workbook([["x"] * 201]))[0].rows[0]) == 201
