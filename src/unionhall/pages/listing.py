"""One user's view of a list, as its address says it: filters, order, columns, page."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext as _

from unionhall.pages.pills import pills
from unionhall.pages.tables import Row, Shown, joined, rows_of

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages

PAGE_SIZE = 50


def _say_any(form: forms.Form) -> None:
    """A condition of yes or no that is not set says so, rather than that something is unknown."""
    for field in form.fields.values():
        if isinstance(field.widget, forms.NullBooleanSelect):
            field.widget.choices = [("unknown", _("不限")), ("true", _("是")), ("false", _("否"))]


class Listing:
    """The list of a declaration for one request. Bad filter values give no rows and a reason beside the field."""

    def __init__(self, pages: "Pages", request: HttpRequest) -> None:
        self.pages, self.request, self.query = pages, request, request.GET
        rows = pages.rows(request.user)
        self.filters = pages.filters(request.GET, queryset=rows, request=request) if pages.filters else None
        if self.filters:
            _say_any(self.filters.form)
        self.is_valid = self.filters is None or self.filters.is_valid()
        self._all = rows if self.filters is None else self.filters.qs if self.is_valid else rows.none()

    @cached_property
    def columns(self) -> list[Shown]:
        """The columns shown, as chosen in the address."""
        return self.pages.table.shown(self.pages.model, self.query.getlist("columns"))

    @cached_property
    def rows(self) -> models.QuerySet:
        """Every row of the list, filtered and ordered, with what its columns refer to."""
        return joined(self._ordered, self.columns)

    @cached_property
    def _ordered(self) -> models.QuerySet:
        return self._all.order_by(*self._order(), *self._usual_order(), "pk")

    @cached_property
    def sort(self) -> str:
        """The column sorted by, with a minus when backwards; empty for the usual order."""
        sort = self.query.get("sort", "")
        return sort if sort.lstrip("-") in self._sortable else ""

    @cached_property
    def _sortable(self) -> dict[str, str]:
        annotations = self._all.query.annotations
        paths = {column.name: column.sort_path(annotations) for column in self.columns}
        return {name: path for name, path in paths.items() if path}

    def _order(self) -> list[Any]:
        if not self.sort:
            return []
        path = F(self._sortable[self.sort.lstrip("-")])
        # Nothing stands last either way, and on both databases.
        return [path.desc(nulls_last=True) if self.sort.startswith("-") else path.asc(nulls_last=True)]

    def _usual_order(self) -> list[Any]:
        return list(self._all.query.order_by or self._all.model._meta.ordering or [])

    @cached_property
    def page(self) -> Page:
        """The keys of the page asked for, or of the nearest there is; two queries, which read nothing but keys."""
        return Paginator(self._ordered.values_list("pk", flat=True), PAGE_SIZE).get_page(self.query.get("page"))

    @cached_property
    def lines(self) -> list[Row]:
        """The rows of this page, ready for a template: only these fifty are joined and annotated."""
        keys = list(self.page.object_list)
        found = {obj.pk: obj for obj in joined(self._all.order_by(), self.columns).filter(pk__in=keys)}
        return rows_of(
            [found[key] for key in keys if key in found], self.columns, lambda obj: self.pages.url("detail", obj)
        )

    def address(self, **changes: Any) -> str:
        """The query string of this list with some names changed (None takes one off); always its first page."""
        query = self.query.copy()
        query.pop("page", None)
        for name, value in changes.items():
            query.pop(name, None)
            if value is not None:
                query[name] = value
        return f"?{query.urlencode()}"

    def headings(self) -> list[dict[str, Any]]:
        """The heads of the columns: label, link that sorts by it, and how it is sorted now."""
        return [
            {"column": column, "url": self._sort_url(column), "sorted": self._sorted(column)} for column in self.columns
        ]

    def _sort_url(self, column: Shown) -> str:
        if column.name not in self._sortable:
            return ""
        return self.address(sort=f"-{column.name}" if self.sort == column.name else column.name)

    def _sorted(self, column: Shown) -> str:
        return {column.name: "ascending", f"-{column.name}": "descending"}.get(self.sort, "")

    def pills(self) -> list[dict[str, str]]:
        """The filters in force, each with the address without it."""
        if self.filters is None or not self.is_valid:
            return []
        return [
            {"label": pill.label, "text": pill.text, "url": self.address(**dict.fromkeys(pill.names))}
            for pill in pills(self.filters.form)
        ]

    def choices(self) -> list[dict[str, Any]]:
        """Every column of the table and whether it is shown."""
        shown = {column.name for column in self.columns}
        every = [Shown(column, self.pages.model) for column in self.pages.table.columns]
        return [{"name": column.name, "label": column.label, "shown": column.name in shown} for column in every]
