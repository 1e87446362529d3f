"""What every request asks, put into SQL once and not anew each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, models
from django.db.models.query import get_related_populators
from django.db.models.sql.compiler import SQLCompiler

from unionhall.accounts.tenancy import scoped_union
from unionhall.kernel import clock

KEY = models.UUIDField()
Row = tuple[Any, ...]
Record = TypeVar("Record", bound=models.Model)


class Question:
    """A question about one user, or about several keys, in the union in scope and as of today.

    `rows(key, …, day)` says what to select. Django takes several times as long to write a small query as the database to
    answer it. So the SQL is kept for the union and the day asked last, and only the keys differ from one request to the
    next.
    """

    def __init__(self, rows: Callable[..., models.QuerySet]) -> None:
        self._rows = rows
        self._kept: tuple[Any, _Written | None] = (None, None)

    def about(self, *keys: UUID) -> list[Row]:
        """The rows as the database holds them: keys are for `to_python` of their field."""
        return self._written(len(keys), clock.today()).answer(keys)

    def _written(self, count: int, day: date) -> "_Written":
        """The query; kept with its occasion as one tuple, so that threads never mix those of two unions."""
        union = scoped_union()
        occasion = (union and union.pk, day, connection.vendor)
        known, written = self._kept
        if written is None or known != occasion:
            marks = [UUID(int=number) for number in range(1, count + 1)]  # nobody's: where the keys go
            written = _Written.of(self._rows(*marks, day), marks)
            self._kept = (occasion, written)
        return written


class Lookup(Question, Generic[Record]):
    """A question answered by records, each with those that `select_related` names."""

    def first(self, *keys: UUID) -> Record | None:
        """The record, or None when there is none; whoever asks sees to it that there are not several."""
        written = self._written(len(keys), clock.today())
        return written.record(written.answer(keys))


@dataclass(frozen=True)
class _Written:
    """A query in SQL: `places` says which of its values is which key."""

    compiler: SQLCompiler
    sql: str
    values: tuple[Any, ...]
    places: dict[int, int]

    @classmethod
    def of(cls, rows: models.QuerySet, marks: Sequence[UUID]) -> "_Written":
        compiler = rows.query.get_compiler(connection=connection)
        sql, values = compiler.as_sql()
        known = [_prepared(mark) for mark in marks]
        places = {place: known.index(value) for place, value in enumerate(values) if value in known}
        return cls(compiler, sql, tuple(values), places)

    def answer(self, keys: Sequence[UUID]) -> list[Row]:
        values = list(self.values)
        for place, number in self.places.items():
            values[place] = _prepared(keys[number])
        with connection.cursor() as cursor:
            cursor.execute(self.sql, values)
            return cursor.fetchall()

    def record(self, found: Sequence[Row]) -> Any:
        """The first row found as a record, made as Django's own `ModelIterable` makes them."""
        row = next(self.compiler.apply_converters(found[:1], self._converters), None)
        if row is None:
            return None
        model, names, around = self._shape
        record = model.from_db(DEFAULT_DB_ALIAS, names, row[: len(names)])
        for related in around:
            related.populate(row, record)
        return record

    @cached_property
    def _converters(self) -> dict[int, Any]:
        return self.compiler.get_converters([column for column, *_ in self.compiler.select])

    @cached_property
    def _shape(self) -> tuple[type[models.Model], list[str], list[Any]]:
        """The model, its fields, which come first in a row, and what fills the related records from the others."""
        info, select = self.compiler.klass_info, self.compiler.select
        names = [select[place][0].target.attname for place in info["select_fields"]]
        return info["model"], names, get_related_populators(info, select, DEFAULT_DB_ALIAS)


def _prepared(key: UUID) -> Any:
    return KEY.get_db_prep_value(key, connection)
