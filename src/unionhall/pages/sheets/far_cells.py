"""How far the cells of an xlsx reach: one cell in the last corner would fill the memory with empty ones."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from unionhall.pages.sheets.limits import check_area
from unionhall.pages.sheets.sniffing import damaged

SHEETS = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
ROW_OR_CELL = re.compile(rb'<(?:\w+:)?(?:c|row)\s(?:[^>]*?\s)?r="([A-Z]*)(\d+)"[^>]*(?<!/)>')
CHUNK = 4 * 1024 * 1024


def check_reach(content: bytes) -> None:
    """Refuse an xlsx with a filled cell or row beyond the limits of rows and columns."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            for entry in archive.infolist():
                if SHEETS.match(entry.filename):
                    _check(archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise damaged() from None


def _check(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    columns: set[bytes] = set()
    last = 0
    for chunk in _chunks(archive, entry):
        rows = set()
        for cell in ROW_OR_CELL.finditer(chunk):
            column, row = cell.groups()
            if column:
                columns.add(column)
                rows.add(row)
        last = max(last, *map(int, rows)) if rows else last
        check_area(last, max(map(_number, columns), default=0))


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The sheet in pieces, each beginning where a tag begins."""
    rest = b""
    with archive.open(entry) as file:
        while piece := file.read(CHUNK):
            text = rest + piece
            cut = text.rfind(b"<")
            rest = text[cut:] if cut > 0 else b""
            yield text[:cut] if cut > 0 else text
    yield rest


def _number(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number
