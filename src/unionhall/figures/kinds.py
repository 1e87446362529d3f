"""The five ways to count. A figure declares once what its rows are, and is then called with a scope.

    entries = Count("activities.entries", _("参加人次"), unit=_("人次"), rows=selectors.took_part, definition=_("…"))
    reading = entries(scope)        # reading.value, reading.rows

Values are aggregated by the database. Row ids are fetched only as `evidence`, together with the value in one query,
so that a frozen number and its rows cannot disagree.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from statistics import median
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.accounts.roles import OFFICE_ROLES, Role, has_role
from unionhall.accounts.tenancy import in_union
from unionhall.figures import registry
from unionhall.figures.readings import Evidence, Reading, Value
from unionhall.figures.registry import FilterBy, UnknownFilter
from unionhall.figures.scope import Scope

Text = str | Promise
Rows = Callable[[Scope], models.QuerySet]

reads_figures = has_role(*OFFICE_ROLES, Role.COMMITTEE, Role.AUDITOR, Role.HOSPITAL_LEADER, Role.UPPER_VIEWER)


class Figure(ABC):
    """A named number. `rows(scope)` is a queryset without duplicates of a model with `visible_to(user)`.

    `definition` says in one sentence what is counted, `who` may read the number, `table` shows its rows, and `filters`
    name what may narrow it.
    """

    do_not_call_in_templates = True
    counts_rows = False

    def __init__(
        self,
        key: str,
        label: Text,
        *,
        unit: Text,
        definition: Text,
        rows: Rows | None = None,
        filters: Mapping[str, FilterBy] | None = None,
        table: Any = None,
        who: Callable[..., bool] = reads_figures,
    ) -> None:
        self.key, self.label, self.unit, self.definition = key, label, unit, definition
        self._rows, self._filters, self.table, self.who = rows, dict(filters or {}), table, who
        registry.register(self)

    def __call__(self, scope: Scope) -> Reading:
        """The reading for a scope, not yet computed; raises UnknownFilter for a filter this figure does not admit."""
        for name in scope.filters:
            if name not in self.filters:
                raise UnknownFilter(_("“%(figure)s”不能按“%(filter)s”筛选。") % {"figure": self.label, "filter": name})
        return Reading(self, scope)

    @property
    def filters(self) -> dict[str, FilterBy]:
        """What may narrow it, by name."""
        return self._filters

    def scope_before(self, scope: Scope) -> Scope | None:
        """The same days of the year before, under what stands for the filters there; None when nothing does."""
        before = scope.a_year_before()
        with in_union(scope.union):
            values = {name: self.filters[name].value_before(text, before) for name, text in scope.filters.items()}
        return None if None in values.values() else before.of(**values)

    @property
    def module(self) -> str:
        """The package that declared it."""
        return self.key.partition(".")[0]

    def rows(self, scope: Scope) -> models.QuerySet:
        """The records that are counted, unfiltered by who looks; show them through `visible_to` alone."""
        with in_union(scope.union):
            return self._rows(scope)

    @abstractmethod
    def value(self, scope: Scope) -> Value:
        """The number, aggregated by the database."""

    @abstractmethod
    def evidence(self, scope: Scope) -> Evidence:
        """The number together with the ids of its rows, from one query."""


class Count(Figure):
    """How many rows."""

    counts_rows = True

    def value(self, scope: Scope) -> Value:
        return self.rows(scope).count()

    def evidence(self, scope: Scope) -> Evidence:
        ids = list(self.rows(scope).values_list("pk", flat=True))
        return Evidence(len(ids), ids)


class Distinct(Figure):
    """How many different values of the column `by` among the rows of another figure: persons, not person-times."""

    def __init__(self, key: str, label: Text, *, of: Figure, by: str, **more: Any) -> None:
        inherited = {"rows": of.rows, "filters": of.filters, "table": of.table, "who": of.who}
        super().__init__(key, label, **inherited | more)
        self.by = by

    def value(self, scope: Scope) -> Value:
        return self.rows(scope).aggregate(value=models.Count(self.by, distinct=True))["value"]

    def evidence(self, scope: Scope) -> Evidence:
        pairs = list(self.rows(scope).values_list("pk", self.by))
        return Evidence(len({value for _pk, value in pairs if value is not None}), [pk for pk, _value in pairs])


class Sum(Figure):
    """The total of the column `of`; money comes as Decimal yuan. No rows make 0."""

    def __init__(self, key: str, label: Text, *, of: str, **more: Any) -> None:
        super().__init__(key, label, **more)
        self.of = of

    def value(self, scope: Scope) -> Value:
        return self.rows(scope).aggregate(value=models.Sum(self.of))["value"] or 0

    def evidence(self, scope: Scope) -> Evidence:
        pairs = list(self.rows(scope).values_list("pk", self.of))
        return Evidence(sum(value or 0 for _pk, value in pairs), [pk for pk, _value in pairs])


class Median(Figure):
    """The middle of the days between two columns, of half a day where two lie in the middle; of nothing no value."""

    def __init__(self, key: str, label: Text, *, between: tuple[str, str], **more: Any) -> None:
        super().__init__(key, label, **more)
        self.between = between

    def value(self, scope: Scope) -> Value:
        return self.evidence(scope).value

    def evidence(self, scope: Scope) -> Evidence:
        spans = list(self.rows(scope).values_list("pk", *self.between))
        days = [(last - first).days for _pk, first, last in spans]
        return Evidence(Decimal(str(median(days))) if days else None, [pk for pk, *_days in spans])


class Share(Figure):
    """`part` divided by `whole`, each a figure or its key, as a fraction of four places; an empty whole has no value.

    The part is asked under all filters, the whole under those it admits: a meet's turnout is of all members.
    """

    def __init__(
        self, key: str, label: Text, *, part: Figure | str, whole: Figure | str, unit: Text = "%", **more: Any
    ) -> None:
        self._part, self._whole = part, whole
        super().__init__(key, label, unit=unit, **more)

    @cached_property
    def part(self) -> Figure:
        """What is divided."""
        return registry.get(self._part) if isinstance(self._part, str) else self._part

    @cached_property
    def whole(self) -> Figure:
        """What it is divided by."""
        return registry.get(self._whole) if isinstance(self._whole, str) else self._whole

    @property
    def filters(self) -> dict[str, FilterBy]:
        return self.part.filters

    def rows(self, scope: Scope) -> models.QuerySet:
        return self.part.rows(scope)

    def whole_scope(self, scope: Scope) -> Scope:
        """The scope under which the whole is asked."""
        return scope.only(self.whole.filters)

    def value(self, scope: Scope) -> Value:
        return ratio(self.part.value(scope), self.whole.value(self.whole_scope(scope)))

    def evidence(self, scope: Scope) -> Evidence:
        part, whole = self.part.evidence(scope), self.whole.evidence(self.whole_scope(scope))
        return Evidence(ratio(part.value, whole.value), part.ids)


def ratio(part: Value, whole: Value) -> Decimal | None:
    """`part ÷ whole` to four places, half up; None when the whole is empty."""
    return (Decimal(part or 0) / Decimal(whole)).quantize(Decimal("0.0001"), ROUND_HALF_UP) if whole else None
