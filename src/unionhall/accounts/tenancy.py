"""Every business row belongs to one union, and no query on it runs outside a union's scope.

The scope is entered by the middleware for a signed-in user, by the command line for `--union CODE` and by a job for
the union that asked for it. Outside a scope a tenant table raises `OutsideUnion`, whatever is asked of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.sql import Query

from unionhall.kernel.ids import uuid7

if TYPE_CHECKING:
    from unionhall.accounts.models import Union

_scope: ContextVar["Union | None"] = ContextVar("union", default=None)


class OutsideUnion(RuntimeError):
    """A tenant table was asked outside any union's scope."""


class ForeignUnion(ValueError):
    """A row would refer to a row of another union."""


@contextmanager
def in_union(union: "Union") -> Iterator[None]:
    """Everything inside reads and writes this union's rows only."""
    token = _scope.set(union)
    try:
        yield
    finally:
        _scope.reset(token)


def current_union() -> "Union":
    """The union in whose scope we work; raises OutsideUnion when there is none."""
    union = _scope.get()
    if union is None:
        raise OutsideUnion("no union is in scope")
    return union


def scoped_union() -> "Union | None":
    """The union in scope, or None: for the few places that also work outside."""
    return _scope.get()


def _current_union_id() -> Any:
    return current_union().pk


def tenant_manager(queryset: type[models.QuerySet] = models.QuerySet) -> models.Manager:
    """A manager of tenant rows over a queryset class: filtered to the union in scope, or raising outside one.

    The filtered query of each model is kept for the union asked last and copied, since most work of a small query is
    building it.
    """
    starts: dict[type[models.Model], tuple[Any, Query]] = {}

    class TenantManager(models.Manager.from_queryset(queryset)):
        def get_queryset(self) -> models.QuerySet:
            union, rows = current_union().pk, super().get_queryset()
            known = starts.get(self.model)
            if known is None or known[0] != union:
                known = starts[self.model] = (union, rows.filter(union=union).query)
            rows.query = known[1].chain()
            return rows

    return TenantManager()


class TenantModel(models.Model):
    """A row of one union. Its foreign keys stay inside the union; `save` checks those it has in hand."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    union = models.ForeignKey(
        "accounts.Union", models.PROTECT, related_name="+", editable=False, default=_current_union_id
    )

    objects = tenant_manager()

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        for related in self._state.fields_cache.values():
            if isinstance(related, TenantModel) and related.union_id != self.union_id:
                raise ForeignUnion(
                    f"{self._meta.label} of union {self.union_id} refers to {related._meta.label} of "
                    f"union {related.union_id}"
                )
        super().save(*args, **kwargs)
