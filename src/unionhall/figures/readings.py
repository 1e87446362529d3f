"""What a figure answers for one scope: the value and its rows, each computed when asked for and not before."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from unionhall.figures import words
from unionhall.figures.scope import Scope
from unionhall.figures.tokens import Token

if TYPE_CHECKING:
    from unionhall.figures.kinds import Figure

Value = int | Decimal | None


class Evidence(NamedTuple):
    """A value with the ids of the rows it comes from."""

    value: Value
    ids: list[Any]


@dataclass(frozen=True)
class Reading:
    """One figure for one scope. True when it has a value other than nought: what is empty is not said."""

    figure: "Figure"
    scope: Scope

    @cached_property
    def value(self) -> Value:
        """The number; None for a share of nothing."""
        return self.figure.value(self.scope)

    @cached_property
    def evidence(self) -> Evidence:
        """The number with the ids of its rows, read together; from then on `value` is this very number."""
        found = self.figure.evidence(self.scope)
        self.__dict__["value"] = found.value
        return found

    @property
    def rows(self) -> models.QuerySet:
        """The records counted; who may see which is for `visible_to` to say."""
        return self.figure.rows(self.scope)

    @cached_property
    def row_count(self) -> int:
        """How many rows it opens."""
        return int(self.value) if self.figure.counts_rows else self.rows.count()

    @property
    def label(self) -> str:
        return str(self.figure.label)

    @property
    def unit(self) -> str:
        return str(self.figure.unit)

    @property
    def definition(self) -> str:
        return str(self.figure.definition)

    @property
    def as_of(self) -> date:
        return self.scope.as_of

    @cached_property
    def parts(self) -> tuple["Reading", "Reading"] | None:
        """Part and whole of a share, each of which opens; None for what is not a share."""
        if not hasattr(self.figure, "whole"):
            return None
        return self.figure.part(self.scope), self.figure.whole(self.figure.whole_scope(self.scope))

    @cached_property
    def last_year(self) -> "Reading | None":
        """The same figure for the same days of the year before; None where a filter has nothing to compare with there."""
        before = self.figure.scope_before(self.scope)
        return self.figure(before) if before else None

    @property
    def value_before(self) -> Value:
        """The number of the year before; None as well when there is nothing to compare with."""
        return self.last_year.value if self.last_year else None

    def __bool__(self) -> bool:
        return bool(self.value)

    def say(self, style: str = "exact") -> str:
        """The number with its unit as it stands in prose: `329人次`, `2000余人`, `86.4%`.

        A rounded word that is not true of the value is not used: the exact number stands instead.
        """
        return words.say(self.value, self.unit, style, before=self._before(style))

    def _before(self, style: str) -> Value:
        return self.value_before if style.partition(":")[0] == "passed" else None

    @property
    def token(self) -> Token:
        """How prose refers to this reading."""
        return Token(self.figure.key, self.scope.first, self.scope.last, tuple(sorted(self.scope.filters.items())))

    @property
    def query(self) -> str:
        """The scope as it stands in an address."""
        return urlencode({**self.scope.filters, "from": self.scope.first, "to": self.scope.last})

    @property
    def url(self) -> str:
        """The page that opens the rows."""
        return f"{reverse('figures.detail', args=[self.figure.key])}?{self.query}"

    @property
    def about(self) -> str:
        """What the scope is narrowed to, in words; empty when it is not."""
        return "、".join(self.figure.filters[name].name_of(value) for name, value in self.scope.filters.items())
