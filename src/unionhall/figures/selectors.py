"""Figures as pages show them: those a reader may have, this year beside the last, and the rows as far as they go."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from unionhall.figures import registry
from unionhall.figures.kinds import Figure
from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.words import say
from unionhall.pages.tables import Column, Table

PLAIN = Table(Column("row", _("记录"), value=str))


@dataclass(frozen=True)
class Line:
    """A figure for a period with the same days of the year before."""

    reading: Reading
    now: str
    before: str


@dataclass(frozen=True)
class Group:
    """The figures of one module."""

    label: str
    lines: list[Line]


def readable(user: Any) -> Iterator[Figure]:
    """The figures whose numbers this reader may have."""
    return (figure for figure in registry.all() if figure.who(user))


def overview(user: Any, scope: Scope, words: str = "") -> list[Group]:
    """Every figure the reader may have, by module; `words` narrows by label. Two aggregates a figure."""
    found = [figure for figure in readable(user) if words in str(figure.label) or words in figure.key]
    return [
        Group(registry.module_label(module), [_line(figure(scope)) for figure in figures])
        for module, figures in groupby(found, lambda figure: figure.module)
    ]


def _line(reading: Reading) -> Line:
    return Line(reading, reading.say(), year_before(reading))


def rows_for(reading: Reading, user: Any) -> models.QuerySet:
    """The counted rows this reader may see, in a steady order."""
    counted = reading.rows
    shown = counted.visible_to(user)
    return shown if shown.ordered else shown.order_by("pk")


def table_of(reading: Reading) -> Table:
    """How the rows are shown."""
    figure = reading.figure.part if reading.parts else reading.figure
    return figure.table or PLAIN


def year_before(reading: Reading) -> str:
    """The same figure a year earlier, in words; a dash where there is nothing to compare with."""
    return say(reading.value_before, reading.unit)
