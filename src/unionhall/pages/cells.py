"""Cells as markup. Drawn here and not by a template: a list of fifty rows has five hundred of them."""

from django.utils.html import escape
from django.utils.safestring import SafeString

from unionhall.pages.tables import Cell, Row
from unionhall.pages.tones import tone

ONE_LINE = 18  # characters; a longer text may be broken


def drawn(row: Row) -> SafeString:
    """The `td`s of one line: labelled for the phone's cards, states as badges, the linked ones leading to the record."""
    return SafeString("".join(_cell(cell, row.url) for cell in row.cells))


def _cell(cell: Cell, url: str) -> str:
    text = escape(cell.text)
    if cell.column.is_state:
        text = f'<span class="state {tone(cell.value)}">{text}</span>'
    if cell.column.column.link and url:
        text = f'<a href="{escape(url)}">{text}</a>'
    return f'<td data-label="{escape(cell.column.label)}" class="{_class(cell)}">{text}</td>'


def _class(cell: Cell) -> str:
    wide = "" if cell.column.column.phone else "wide "
    return wide + ("num" if cell.column.is_number else "nowrap" if len(cell.text) < ONE_LINE else "")
