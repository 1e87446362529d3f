"""What a figure is asked for: whose union, from which day to which, and narrowed to what."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from unionhall.accounts.models import Union
from unionhall.flows import Blocked
from unionhall.kernel import clock

YEARS = range(1900, 2201)  # with room on both sides: figures are compared with the year before


class BadPeriod(Blocked):
    """The period ends before it starts, or lies where no record can be."""


@dataclass(frozen=True)
class Scope:
    """A union, the first and last day (both inclusive) and filters by name, whose values are text: a key or a code."""

    union: Union
    first: date
    last: date
    filters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise BadPeriod(
                _("期间的最后一天 %(last)s 早于第一天 %(first)s。") % {"first": self.first, "last": self.last}
            )

        if self.first.year not in YEARS or self.last.year not in YEARS:
            raise BadPeriod(_("期间的年份不对，请核对。"))

    def of(self, **filters: Any) -> "Scope":
        """The same scope narrowed further; a record stands for its key."""
        added = {name: str(value.pk if isinstance(value, models.Model) else value) for name, value in filters.items()}
        return replace(self, filters=MappingProxyType({**self.filters, **added}))

    def only(self, names: Any) -> "Scope":
        """The same scope with those filters alone that are among `names`."""
        return replace(self, filters=MappingProxyType({n: v for n, v in self.filters.items() if n in names}))

    def narrow(self, rows: models.QuerySet, **lookups: str) -> models.QuerySet:
        """`rows` under the filters that are set: `scope.narrow(rows, activity="item__activity")`."""
        return rows.filter(**{lookups[name]: value for name, value in self.filters.items() if name in lookups})

    @property
    def as_of(self) -> date:
        """The day up to which records can have been counted."""
        return min(self.last, clock.today())

    def a_year_before(self) -> "Scope":
        """The same days of the year before."""
        return replace(self, first=_year_before(self.first), last=_year_before(self.last))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
