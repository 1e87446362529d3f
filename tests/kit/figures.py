"""Three worlds for a figure: records inside the period, on its two edges, and just outside it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from unionhall.figures.kinds import Figure
from unionhall.figures.readings import Value
from unionhall.figures.scope import Scope


def three_worlds(figure: Figure, scope: Scope, make: Callable[[date], Any]) -> dict[str, Value]:
    """What a figure reads when `make(day)` has made a record inside, on the edges and outside of the scope's period.

    Each world's own share: `{"outside": 0, "edge": 2, "inside": 1}` for a plain count. The value and the rows'
    evidence are compared on the way.
    """
    inside = scope.first + (scope.last - scope.first) / 2
    worlds = {
        "outside": (scope.first - timedelta(days=1), scope.last + timedelta(days=1)),
        "edge": (scope.first, scope.last),
        "inside": (inside,),
    }
    read, before = {}, figure(scope).value or 0
    for name, days in worlds.items():
        for day in days:
            make(day)
        reading = figure(scope)
        assert reading.evidence.value == reading.value, f"{figure.key}: value and rows disagree"
        read[name], before = (reading.value or 0) - before, reading.value or 0
    return read
