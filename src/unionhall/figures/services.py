"""Readings for those outside a page: the command line, the report, the year's charts."""

from collections.abc import Iterable
from datetime import date

from unionhall.accounts.models import Union
from unionhall.figures import registry
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope


def readings(union: Union, first: date, last: date, keys: Iterable[str] = ()) -> list[Reading]:
    """The named figures of a union for a period, both days included; all figures when none is named.

    Nothing is counted until a value is asked for. Raises UnknownFigure and BadPeriod (refusals).
    """
    scope = Scope(union, first, last)
    figures = [registry.get(key) for key in keys] or list(registry.all())
    return [figure(scope) for figure in figures]
