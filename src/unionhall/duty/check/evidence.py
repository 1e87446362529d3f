"""What the records say, as the checker needs it: facts with their numbers, days on which something happened, words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from unionhall.figures import words

Value = int | Decimal | None


def _unknown() -> Value:
    return None


@dataclass(frozen=True)
class Fact:
    """One number of the records, asked only when a claim could be about it; `context` is what it belongs to."""

    label: str
    unit: str
    read: Callable[[], Value]
    context: str = ""
    url: str = ""
    read_year_before: Callable[[], Value] = _unknown

    @cached_property
    def value(self) -> Value:
        return self.read()

    @property
    def says(self) -> str:
        """The number as the records have it."""
        return words.say(self.value, self.unit)

    def backs(self, value: Decimal, style: str) -> bool:
        """Whether the record makes a claimed number true, in the sense of the word it was claimed with."""
        if self.value is None:
            return False
        if self.unit == "%":
            places = max(-value.as_tuple().exponent, 0)
            return words.holds(round(Decimal(self.value) * 100, places), value, style)
        return words.holds(self.value, value, style, self.read_year_before() if style == "passed" else None)


@dataclass(frozen=True)
class Evidence:
    """All that can be held against a text: facts, the period, what happened on which day, how many members there are.

    `persons` are names whose mention is a claim of its own; `told` are sentences the records can say, for ordinals.
    """

    facts: tuple[Fact, ...]
    first: date
    last: date
    members: int = 0
    happened: Mapping[date, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    persons: frozenset[str] = frozenset()

    @property
    def months(self) -> int:
        """Length of the period in months, at least one."""
        return max(round((self.last - self.first).days / 30.4), 1)
