"""Workbooks that leave the house: texts stay texts, amounts are numbers, and nothing in a cell is ever a formula."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any
from urllib.parse import quote

import xlsxwriter
from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from unionhall.kernel.clock import SHANGHAI

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_TEXT = 32_767  # characters in one cell; Excel refuses the file beyond
RISKY = frozenset("=+-@\t\r")
FORMATS = {
    "text": {"num_format": "@"},
    # Text that starts like a formula keeps Excel's own quote mark, so that editing the cell does not bring it to life.
    "quoted": {"num_format": "@", "quote_prefix": True},
    "money": {"num_format": "#,##0.00"},
    "number": {"num_format": "General"},
    "share": {"num_format": "0.0%"},
    "day": {"num_format": "yyyy-mm-dd"},
    "instant": {"num_format": "yyyy-mm-dd hh:mm"},
    "header": {"bold": True, "bg_color": "#F2F2F2", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "heading": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
}


@dataclass(frozen=True)
class Column:
    """A header and how wide it stands, in characters."""

    label: str | Promise
    width: float = 14


@dataclass(frozen=True)
class Sheet:
    """One sheet: heading and notes, if any, then the headers and the rows. `bordered` draws cells for signing."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Any]]
    heading: str = ""
    notes: Sequence[str] = ()
    bordered: bool = False
    landscape: bool = False


def workbook(*sheets: Sheet) -> bytes:
    """The sheets as an .xlsx file. Rows are read once and not kept; raises ValueError beyond Excel's row limit."""
    buffer = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        for number, sheet in enumerate(sheets, 1):
            _write(book, book.add_worksheet(_sheet_name(sheet.title, number)), sheet)
    return buffer.getvalue()


def response(file_name: str, *sheets: Sheet) -> HttpResponse:
    """The workbook as a download under `file_name` (without its ending). The caller has audited the export."""
    answer = HttpResponse(workbook(*sheets), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(file_name)}.xlsx"
    return answer


def _sheet_name(title: str, number: int) -> str:
    plain = re.sub(r"[\[\]:*?/\\']", " ", title).strip()[:31]
    return plain or f"Sheet{number}"


def _write(book: xlsxwriter.Workbook, page: Worksheet, sheet: Sheet) -> None:
    border = {"border": 1} if sheet.bordered else {}
    formats = {kind: book.add_format(look | border) for kind, look in FORMATS.items()}
    _set_up(page, sheet)
    top = _head(page, sheet, formats)
    last = top
    for last, row in enumerate(sheet.rows, top + 1):
        if last >= 1_048_576:
            raise ValueError(_("一张工作表最多 1,048,576 行，请缩小范围后再导出。"))
        for at, value in enumerate(row):
            write_cell(page, last, at, value, formats)
    if last > top:
        page.autofilter(top, 0, last, len(sheet.columns) - 1)


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_footer("&C&P / &N")
    if sheet.landscape:
        page.set_landscape()
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, column.width)


def _head(page: Worksheet, sheet: Sheet, formats: dict[str, Format]) -> int:
    """Write heading, notes and headers; returns the number of the header row, from 0."""
    top = 0
    if sheet.heading:
        page.merge_range(0, 0, 0, max(len(sheet.columns) - 1, 1), "", formats["heading"])
        page.write_string(0, 0, sheet.heading, formats["heading"])
        top = 1
    for note in sheet.notes:
        page.write_string(top, 0, note)
        top += 1
    for at, column in enumerate(sheet.columns):
        page.write_string(top, at, str(column.label), formats["header"])
    page.repeat_rows(top)
    page.freeze_panes(top + 1, 0)
    return top


def write_cell(page: Worksheet, row: int, at: int, value: Any, formats: dict[str, Format]) -> None:
    """One value in the cell of its type. What is not a number or a date is written as text, character by character."""
    match value:
        case None:
            page.write_blank(row, at, None, formats["text"])
        case bool():
            page.write_string(row, at, _("是") if value else _("否"), formats["text"])
        case int() | float():
            page.write_number(row, at, value, formats["number"])
        case Decimal():
            page.write_number(row, at, value, formats["money"])
        case Fraction():
            page.write_number(row, at, float(value), formats["share"])
        case datetime():
            local = value.astimezone(SHANGHAI).replace(tzinfo=None) if value.tzinfo else value
            page.write_datetime(row, at, local, formats["instant"])
        case date() if value.year >= 1900:
            page.write_datetime(row, at, value, formats["day"])
        case _:
            text = str(value)[:LONGEST_TEXT]
            page.write_string(row, at, text, formats["quoted" if text[:1] in RISKY else "text"])
