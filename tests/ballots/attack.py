"""Somebody holding a dump of the whole database who wants to know who answered what.

A table tells of voters when each voter is named by rows of its own, of answers when each answer is; the rows of the
first are laid beside those of the second in the order of every column, and in the order they lie in the table.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import connection

Row = tuple[Any, ...]
Dump = dict[str, tuple[list[str], list[Row]]]
AS_IT_LIES = "as it lies"


def dump() -> Dump:
    """Every table with its columns and rows, as they lie."""
    tables = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            tables[name] = ([column[0] for column in cursor.description], cursor.fetchall())
    return tables


def attacks(
    tables: Dump, voters: Mapping[str, str], answers: Mapping[str, str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Each way to lay answers beside voters, by name, with whom it takes to have answered what.

    `voters` and `answers` give, for every identifier that may stand in a row, whose or which it is.
    """
    for who, in_order in orders(tables, voters):
        for what, answered in orders(tables, answers):
            if len(in_order) == len(answered):
                yield f"{who} × {what}", dict(zip(in_order, answered, strict=True))
                yield f"{who} × {what} reversed", dict(zip(in_order, reversed(answered), strict=True))


def orders(tables: Dump, known: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The order in which each table names them, by each of its columns, where it names every one just once."""
    for name, (columns, rows) in tables.items():
        named = [(row, found) for row in rows if (found := only_one(row, known))]
        if sorted(found for _row, found in named) != sorted(set(known.values())):
            continue
        yield f"{name} {AS_IT_LIES}", [found for _row, found in named]
        for number, column in enumerate(columns):
            by_column = sorted(named, key=lambda pair, number=number: plain(pair[0][number]))
            yield f"{name}.{column}", [found for _row, found in by_column]


def only_one(row: Row, known: Mapping[str, str]) -> str | None:
    """Whom or what a row names, if it is one."""
    text = " ".join(plain(value) for value in row)
    found = {meant for identifier, meant in known.items() if identifier in text}
    return found.pop() if len(found) == 1 else None


def plain(value: Any) -> str:
    """A value as text; keys read the same on both databases, with and without dashes."""
    return str(value).replace("-", "").lower()


def recovered(guess: Mapping[str, str], truth: Mapping[str, str]) -> int:
    """How many were found out."""
    return sum(truth[voter] == answer for voter, answer in guess.items())
