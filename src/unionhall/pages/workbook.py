"""Rows of a table as a sheet of a workbook, built on the same columns as the screen."""

from collections.abc import Iterator
from typing import Any

from django.db import models

from unionhall.kernel.cipher import EncryptedTextField
from unionhall.kernel.excel import Column, Sheet
from unionhall.pages.tables import Shown
from unionhall.pages.values import NOTHING


def sheet_of(title: str, rows: models.QuerySet, columns: list[Shown]) -> Sheet:
    """A sheet of the exportable columns; rows are read in chunks and not kept."""
    columns = [column for column in columns if column.column.export]
    return Sheet(title, [Column(str(column.label)) for column in columns], _lines(rows, columns))


def _lines(rows: models.QuerySet, columns: list[Shown]) -> Iterator[list[Any]]:
    for obj in rows.iterator(chunk_size=2000):
        yield [_typed(column, column.read(obj)) for column in columns]


def _typed(column: Shown, value: Any) -> Any:
    """Numbers and days stay such; choices, references and hidden values are said as on the screen."""
    labelled = getattr(column.field, "flatchoices", None) or isinstance(column.field, EncryptedTextField)
    if labelled or isinstance(value, models.Model | list | tuple | set):
        text = column.say(value)
        return "" if text == NOTHING else text
    return value
