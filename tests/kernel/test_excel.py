import io
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from python_calamine import CalamineWorkbook

from unionhall.kernel.excel import Column, Sheet, response, workbook


def written(*rows, **options):
    sheet = Sheet("名册", [Column("工号"), Column("姓名", 20)], rows, **options)
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook(sheet))).get_sheet_by_index(0).to_python()


def test_rows_stand_under_their_headers():
    assert written(("0012", "许安"), ("0013", None)) == [["工号", "姓名"], ["0012", "许安"], ["0013", ""]]


@pytest.mark.parametrize(
    "value",
    [
        "=1+1",
        "+86",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("http://example.com")',
        "{=1}",
        "http://example.com",
        "00123",
        "1e10",
    ],
)
def test_a_text_stays_the_text_it_was(value):
    data = workbook(Sheet("s", [Column("x")], [(value,)]))
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python() == [["x"], [value]]
    book = zipfile.ZipFile(io.BytesIO(data))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert (b"quotePrefix" in book.read("xl/styles.xml")) == (value[0] in "=+-@")  # editing it brings nothing to life
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (12, 12.0),
        (Decimal("1000.50"), 1000.5),
        (Fraction(1, 4), 0.25),
        (True, "是"),
        (date(2023, 5, 1), date(2023, 5, 1)),
        (datetime(2023, 5, 1, 1, tzinfo=UTC), datetime(2023, 5, 1, 9)),
        (date(1899, 5, 1), "1899-05-01"),
        ("字" * 40000, "字" * 32767),
    ],
)
def test_each_type_has_its_cell(value, read):
    assert written((value,))[1][0] == read


def test_heading_and_notes_stand_above_the_headers():
    assert [row[0] for row in written(("1", "a"), heading="签领表", notes=["2023年5月"])] == [
        "签领表",
        "2023年5月",
        "工号",
        "1",
    ]


@pytest.mark.parametrize(
    ("title", "name"), [("2023/05 [全部]", "2023 05  全部"), ("", "Sheet1"), ("名" * 40, "名" * 31)]
)
def test_a_title_excel_would_refuse_is_made_plain(title, name):
    data = workbook(Sheet(title, [Column("x")], []))
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names == [name]


def test_the_download_carries_its_chinese_name():
    answer = response("花名册", Sheet("s", [Column("x")], []))
    assert answer["Content-Disposition"] == "attachment; filename*=UTF-8''%E8%8A%B1%E5%90%8D%E5%86%8C.xlsx"
