"""The starting sets of care: standards by province and versions of the five visits."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@cache
def standards() -> tuple[dict[str, Any], ...]:
    """Every line of every province, as fields of a standard; `set` names the table it stands in."""
    return tuple(_line(row) for row in _rows("standards.csv"))


@cache
def visit_sets() -> tuple[dict[str, Any], ...]:
    """The known versions of the five visits: name, source, occasions."""
    return tuple(row | {"occasions": row["occasions"].split()} for row in _rows("visit_sets.csv"))


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _line(row: dict[str, str]) -> dict[str, Any]:
    return row | {
        "cap_once": Decimal(row["cap_once"]),
        "cap_year": Decimal(row["cap_year"]) if row["cap_year"] else None,
        "times": int(row["times"]) if row["times"] else None,
        "year": int(row["year"]),
        "for_relatives": row["for_relatives"] == "yes",
    }
