"""Files nobody should send, each with a piece of the sentence its sender must read."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

HEADERS = ["工号", "姓名", "性别", "出生日期", "科室", "用工性质", "来院时间"]
GOOD = ["00001", "王芳", "女", "1985-03-02", "心内科", "在编", "2010-07-01"]


@dataclass(frozen=True)
class BadFile:
    """One kind of bad file: how it is called, what is in it, and what must be said about it."""

    name: str
    content: Callable[[], bytes]
    said: str

    def __str__(self) -> str:
        return self.name


def workbook(*rows: list, columns: int = 0) -> bytes:
    """An xlsx with the rows under the usual headers; `columns` adds that many empty-headed ones."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "in_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([HEADERS + [f"附{n}" for n in range(columns)], *rows]):
            sheet.write_row(number, 0, row)
    return buffer.getvalue()


def roster(*changes: dict[str, str]) -> bytes:
    """A roster of one good person for each set of changes, numbered from 00001."""
    numbered = [
        dict(zip(HEADERS, GOOD, strict=True)) | {"工号": f"{n:05}"} | change for n, change in enumerate(changes, 1)
    ]
    return workbook(*([row[header] for header in HEADERS] for row in numbered))


def bomb() -> bytes:
    """A workbook of a few kilobytes that unpacks to 400 MB."""
    buffer = io.BytesIO(workbook(GOOD))
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/x.bin", "w") as entry:
        for _ in range(400):
            entry.write(bytes(2**20))
    return buffer.getvalue()


def huge() -> bytes:
    """200 MB of a list."""
    return b"\xe5\xb7\xa5\xe5\x8f\xb7,\n" + bytes(200 * 2**20)


BAD_FILES = [
    BadFile("200-mb.xlsx", huge, "20 MB"),
    BadFile("bomb.xlsx", bomb, "展开后大得不正常"),
    BadFile("locked.xlsx", Path("tests/data/locked.xlsx").read_bytes, "设了打开密码"),
    BadFile("10000-columns.xlsx", lambda: workbook(GOOD, columns=10_000), "列的上限"),
    BadFile("empty.xlsx", lambda: b"", "是空的"),
    BadFile("torn.xlsx", lambda: workbook(GOOD)[:2000], "损坏"),
    BadFile("picture.xlsx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(5000), "不是表格"),
    BadFile("page.xls", lambda: "<html><table><tr><td>工号</td></tr></table></html>".encode(), "网页"),
    BadFile("mixed.csv", lambda: "工号,姓名\n00001,王芳\n".encode() + "00002,李伟\n".encode("gb18030"), "编码"),
    BadFile("no-header.csv", lambda: "春,夏\n秋,冬\n".encode(), "没有找到"),
]
