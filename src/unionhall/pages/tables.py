"""Tables: which columns a list, a panel or a workbook has, and what stands in each cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist
from django.db import models
from django.utils.functional import Promise

from unionhall.kernel.cipher import EncryptedTextField
from unionhall.pages.values import NOTHING, sayer, words

Text = str | Promise


@dataclass(frozen=True)
class Column:
    """One column. `name` is a field path (`person.department.name`), a property or an annotation.

    `value(obj)` overrides what is read; `link` leads to the record; `sort` is the field path to sort by (False: not
    sortable); `unit` follows the value; `phone` shows it on narrow screens; `export` lets it into the workbook;
    `hidden` only offers it among the columns to choose; `like` names the field as whose values a property's are said.
    """

    name: str
    label: Text = ""
    value: Callable[[Any], Any] | None = None
    link: bool = False
    sort: str | bool | None = None
    unit: Text = ""
    phone: bool = True
    export: bool = True
    hidden: bool = False
    like: str = ""


def forward_fields(model: type[models.Model], path: str) -> list[models.Field]:
    """The fields a dotted path walks through, as far as they are columns or references to one record."""
    fields: list[models.Field] = []
    for part in path.split("."):
        try:
            field = model._meta.get_field(part)
        except FieldDoesNotExist:
            break
        if field.one_to_many or field.many_to_many:
            break
        fields.append(field)
        if not field.is_relation:
            break
        model = field.related_model
    return fields


class Shown:
    """A column resolved against a model once, so that a cell costs little."""

    def __init__(self, column: Column, model: type[models.Model]) -> None:
        self.column, self.name, self.parts = column, column.name, column.name.split(".")
        walked = forward_fields(model, column.name)
        self.field = walked[-1] if len(walked) == len(self.parts) else None
        if column.like:
            self.field = forward_fields(model, column.like)[-1]
        self.related = "__".join(field.name for field in walked if field.is_relation)
        self.label = column.label or getattr(self.field, "verbose_name", column.name)
        self._say = words if column.value else sayer(self.field)

    def read(self, obj: Any) -> Any:
        """The value itself, as the workbook and the tests want it."""
        if self.column.value:
            return self.column.value(obj)
        for part in self.parts:
            try:
                obj = getattr(obj, part)
            except ObjectDoesNotExist:
                return None
            if obj is None:
                return None
        return obj() if callable(obj) else obj

    @cached_property
    def is_number(self) -> bool:
        """Whether its values are amounts, which stand right-aligned; counts made by annotation say so by their unit."""
        amounts = (models.IntegerField, models.DecimalField, models.FloatField)
        return bool(self.column.unit) or (self.column.value is None and isinstance(self.field, amounts))

    @cached_property
    def is_state(self) -> bool:
        """Whether its values are states of a flow, which are shown by word and shape."""
        return self.parts[-1] == "state" and bool(getattr(self.field, "flatchoices", None))

    def say(self, value: Any) -> str:
        """A value in words, with its unit."""
        text = self._say(value)
        return f"{text} {self.column.unit}" if self.column.unit and text != NOTHING else text

    def text(self, obj: Any) -> str:
        """What stands in the cell of one record."""
        return self.say(self.read(obj))

    def sort_path(self, annotations: Iterable[str] = ()) -> str | None:
        """The lookup this column is sorted by, or None when the database cannot."""
        if self.column.sort is not None:
            return str(self.column.sort).replace(".", "__") if self.column.sort else None
        if self.column.value or isinstance(self.field, EncryptedTextField):
            return None
        if self.field is None:
            return self.name if self.name in annotations else None
        orderable = not self.field.is_relation or self.field.related_model._meta.ordering
        return self.name.replace(".", "__") if orderable else None


class Table:
    """Columns in their order."""

    def __init__(self, *columns: Column | str) -> None:
        self.columns = tuple(Column(column) if isinstance(column, str) else column for column in columns)

    def shown(self, model: type[models.Model], chosen: Iterable[str] = ()) -> list[Shown]:
        """The columns to show: those chosen by name, or else those not hidden."""
        chosen = set(chosen) & {column.name for column in self.columns}
        return [
            Shown(column, model) for column in self.columns if (column.name in chosen if chosen else not column.hidden)
        ]


def joined(rows: models.QuerySet, columns: Iterable[Shown]) -> models.QuerySet:
    """The rows with every record the columns refer to fetched in the same query."""
    related = {column.related for column in columns if column.related}
    return rows.select_related(*related) if related else rows


@dataclass(frozen=True)
class Cell:
    """One cell: the value and what is said of it."""

    column: Shown
    value: Any

    @cached_property
    def text(self) -> str:
        return self.column.say(self.value)


@dataclass(frozen=True)
class Row:
    """One record as a line of a table or a card."""

    obj: models.Model
    url: str
    cells: list[Cell]


def rows_of(records: Iterable[models.Model], columns: list[Shown], url: Callable[[Any], str]) -> list[Row]:
    """Lines for records; `url(obj)` is where a linked cell leads, or empty."""
    return [Row(obj, url(obj), [Cell(column, column.read(obj)) for column in columns]) for obj in records]
