"""What stands on a record page: facts, related records, any template of a module, the road so far."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.audit.models import Event, Kind
from unionhall.pages.history import road
from unionhall.pages.tables import Column, Table, joined, rows_of
from unionhall.pages.values import NOTHING

if TYPE_CHECKING:
    from unionhall.pages.declare import Pages

Text = str | Promise
Who = Callable[..., bool] | None
RELATED_ON_A_PAGE = 10


class Part(ABC):
    """One part of a record page: rendered by `html`, for those `who(user, obj)` admits, `aside` at the right."""

    aside = False
    who: Who = None
    title: Text = ""

    def shown_to(self, user: Any, obj: models.Model) -> bool:
        """Whether this reader has this part."""
        return self.who is None or bool(self.who(user, obj))

    @abstractmethod
    def html(self, request: HttpRequest, pages: "Pages", obj: models.Model) -> str:
        """The part for one record; empty when there is nothing to show, and then only its title is told."""


class Facts(Part):
    """Fields of the record and their values, by name or as a Column of their own."""

    def __init__(self, *names: str | Column, title: Text = "", columns: int = 2, who: Who = None) -> None:
        self.table, self.title, self.columns, self.who = Table(*names), title, columns, who

    def html(self, request: HttpRequest, pages: "Pages", obj: models.Model) -> str:
        facts = [{"label": column.label, "text": column.text(obj)} for column in self.table.shown(type(obj))]
        if self.title and all(fact["text"] in ("", NOTHING) for fact in facts):
            return ""
        return render_to_string("pages/parts/facts.html", {"panel": self, "facts": facts}, request)


class Related(Part):
    """Records that belong to this one: `accessor` names a reverse relation, or is `fn(obj, user) -> QuerySet`.

    What the reader may not see is left out when the rows know `visible_to`. `link(row)` is where a linked cell leads.
    Without any the part is not shown, unless `empty` has something to say then.
    """

    def __init__(
        self,
        accessor: str | Callable[[Any, Any], models.QuerySet],
        title: Text,
        table: Table,
        *,
        who: Who = None,
        link: Callable[[Any], str] | None = None,
        empty: Text = "",
        on_a_page: int = RELATED_ON_A_PAGE,
    ) -> None:
        self.accessor, self.title, self.table, self.who = accessor, title, table, who
        self.link, self.empty, self.on_a_page = link or (lambda row: ""), empty, on_a_page

    def rows(self, obj: models.Model, user: Any) -> models.QuerySet:
        """The related rows this reader may see."""
        if callable(self.accessor):
            return self.accessor(obj, user)
        rows = getattr(obj, self.accessor).all()
        return rows.visible_to(user) if hasattr(rows, "visible_to") else rows

    def html(self, request: HttpRequest, pages: "Pages", obj: models.Model) -> str:
        rows = self.rows(obj, request.user)
        columns = self.table.shown(rows.model)
        name = self.accessor if isinstance(self.accessor, str) else self.accessor.__name__
        ordered = rows if rows.ordered else rows.order_by("pk")
        page = Paginator(joined(ordered, columns), self.on_a_page).get_page(request.GET.get(name))
        if not page.object_list and not self.empty:
            return ""
        context = {
            "panel": self,
            "columns": columns,
            "page": page,
            "page_name": name,
            "lines": rows_of(page.object_list, columns, self.link),
        }
        return render_to_string("pages/parts/related.html", context, request)


class Panel(Part):
    """A template of the module; `context(request, obj)` gives what it needs beside `obj`."""

    def __init__(
        self,
        template: str,
        context: Callable[[HttpRequest, Any], dict[str, Any]] | None = None,
        *,
        who: Who = None,
        aside: bool = False,
    ) -> None:
        self.template, self.context, self.who, self.aside = template, context, who, aside

    def html(self, request: HttpRequest, pages: "Pages", obj: models.Model) -> str:
        known = self.context(request, obj) if self.context else {}
        return render_to_string(self.template, {"obj": obj, "pages": pages} | known, request)


class History(Part):
    """The road so far: what was changed, by whom, when and why, newest first."""

    aside = True

    def __init__(self, *, title: Text = "", limit: int = 50, who: Who = None) -> None:
        self.title, self.limit, self.who = title or _("办理经过"), limit, who

    def html(self, request: HttpRequest, pages: "Pages", obj: models.Model) -> str:
        events = Event.objects.about(obj).filter(kind=Kind.CHANGE).select_related("by")[: self.limit]

        def label_of(verb: str) -> Text | None:
            name = verb.rpartition(".")[2]
            known = name in pages.verbs or (pages.flow and name in pages.flow.steps)
            return pages.label_of(name) if known else None

        context = {"panel": self, "road": road(events, type(obj), label_of)}
        return render_to_string("pages/parts/road.html", context, request)
