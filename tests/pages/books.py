"""Workbooks the tests upload."""

import io
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

HEADERS = ["物品名称*", "借用编号", "类 别", "货架", "日期（必填）", "电话"]
GOOD = [
    ["扳手", "J0001", "工具", "东墙", "2023-5-1", "13800000000"],
    ["词典一本", "J0002", "图书", "西墙", "1985年3月", ""],
]


def workbook(*sheets: list[list[Any]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        for rows in sheets:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return buffer.getvalue()


def loans(*rows: list[Any]) -> bytes:
    return workbook([["借用单总表"], [], HEADERS, *(rows or GOOD), ["合计", len(rows)]])


def upload(content: bytes, name: str = "借用单.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
