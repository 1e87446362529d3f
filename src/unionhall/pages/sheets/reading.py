"""A file as sheets of rows."""

import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from unionhall.pages.sheets import apart
from unionhall.pages.sheets.csv_text import rows_of_text
from unionhall.pages.sheets.far_cells import check_reach
from unionhall.pages.sheets.limits import check_area, check_size
from unionhall.pages.sheets.refusals import Unreadable
from unionhall.pages.sheets.sniffing import damaged, kind_of, locked

SECONDS = 15  # of computing; the largest list we take needs three
MEGABYTES = 1536


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name and its rows from the top, each a list of cells (str, float, bool, date, None or "")."""

    name: str
    rows: list[list[Any]]


def is_blank(cell: Any) -> bool:
    """Whether a cell holds nothing, or nothing but white space."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def open_book(source: bytes | str | Path) -> list[Sheet]:
    """The sheets of an xlsx, xls or csv that hold anything; formulas come as the values last computed, never run.

    Raises Unreadable with the sentence for the user: too large, empty, locked, damaged, a bomb, or no list at all.
    """
    if not isinstance(source, bytes):
        check_size(Path(source).stat().st_size)
        source = Path(source).read_bytes()
    check_size(len(source))
    kind = kind_of(source)
    sheets = [Sheet("", rows_of_text(source))] if kind == "csv" else _workbook(source, kind)
    filled = [sheet for sheet in sheets if any(not is_blank(cell) for row in sheet.rows for cell in row)]
    if not filled:
        raise Unreadable(_("这个文件里没有内容。请确认选对了文件，再上传一次。"))
    for sheet in filled:
        check_area(len(sheet.rows), max(map(len, sheet.rows)))
    return filled


def _workbook(content: bytes, kind: str) -> list[Sheet]:
    if kind == "xlsx":
        check_reach(content)
    command = [sys.executable, "-I", apart.__file__, str(SECONDS), str(MEGABYTES)]
    child = subprocess.run(command, input=content, capture_output=True, check=False)
    if child.returncode == apart.LOCKED:
        raise locked()
    if child.returncode:
        raise damaged()
    return [Sheet(name, rows) for name, rows in pickle.loads(child.stdout)]
