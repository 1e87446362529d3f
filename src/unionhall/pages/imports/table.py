"""The list inside a workbook: on which sheet, under which header row, which column means what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from unionhall.kernel.text import squeezed
from unionhall.pages.imports.fields import Field, match
from unionhall.pages.sheets import Sheet, is_blank, open_book

HEADER_WITHIN = 30
_CLOSING = ("合计", "总计", "小计", "制表", "填表", "审核")


@dataclass(frozen=True)
class Source:
    """One sheet read as a list: `header` is the row of the headers, from 0; `mapping` the column of each field."""

    sheets: tuple[Sheet, ...]
    at: int
    header: int
    mapping: Mapping[str, int]

    @property
    def sheet(self) -> Sheet:
        """The sheet the list is on."""
        return self.sheets[self.at]

    @property
    def headers(self) -> list[str]:
        """The header of each column, as written."""
        return [" ".join(str(cell if cell is not None else "").split()) for cell in self.sheet.rows[self.header]]

    def remapped(self, mapping: Mapping[str, int]) -> "Source":
        """The same list with columns understood otherwise."""
        return replace(self, mapping=dict(mapping))

    def elsewhere(self, at: int, header: int, fields: Sequence[Field]) -> "Source":
        """The list on another sheet or under another row, its headers matched anew."""
        row = self.sheets[at].rows[header]
        return Source(self.sheets, at, header, match([str(cell or "") for cell in row], fields))

    def rows(self) -> Iterator[tuple[int, list[Any]]]:
        """The filled rows below the header with their number in the sheet, from 1; repeated headers, totals and
        signature lines are no rows."""
        headers = self.sheet.rows[self.header]
        for number, row in enumerate(self.sheet.rows[self.header + 1 :], self.header + 2):
            filled = [cell for cell in row if not is_blank(cell)]
            if filled and row != headers and not (len(filled) < 4 and _closes(filled[0])):
                yield number, row


def _closes(cell: Any) -> bool:
    return isinstance(cell, str) and squeezed(cell).startswith(_CLOSING)


def read(source: bytes | str | Path, fields: Sequence[Field]) -> Source:
    """The list in a file, wherever on its sheets the header row stands that says most of the fields.

    Raises `sheets.Unreadable`. Where no header is found, the mapping is empty and the first row taken for it.
    """
    sheets = tuple(open_book(source))
    best = Source(sheets, 0, 0, {})
    for at, sheet in enumerate(sheets):
        for header, row in enumerate(sheet.rows[:HEADER_WITHIN]):
            texts = [cell if isinstance(cell, str) else "" for cell in row]
            mapping = match(texts, fields) if any(texts) else {}
            if len(mapping) > len(best.mapping):
                best = Source(sheets, at, header, mapping)
    return best
