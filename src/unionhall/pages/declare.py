"""Declare the pages of one kind of record: list, filters, detail, a form page per verb, export, saved views."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.http import Http404
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise

from unionhall.flows import Flow
from unionhall.pages import views
from unionhall.pages.guards import needs
from unionhall.pages.nav import Entry
from unionhall.pages.panels import Part
from unionhall.pages.register import declared, register
from unionhall.pages.tables import Table

__all__ = ["Pages", "Verb", "declared"]
Text = str | Promise


@dataclass(frozen=True)
class Verb:
    """One thing a user can do to a record, as a page: `form` asks, `service` acts.

    The form is built as `form(data, files, user=, obj=)`; None asks to confirm only. The service is called as
    `service(obj, by=user, **cleaned)`, without `obj` when it `creates`; it returns the record to go to; None, and what
    has no page of its own, leads back.
    Label and `who` of a step of the flow come from the flow. `about` (text, or a function of the record) is the rule
    shown before, `done` the sentence after; `many` offers the verb for several rows of the list at once, each for itself.
    `together` offers it for the rows picked as one act: the service is called as `service(rows, by=user, **cleaned)`.
    `why(record, user)` is what is known beforehand to stand in this person's way, beside the flow: it greys the button.
    `preview`, called as the service is, draws as HTML what would come of it: shown first, and done only as it was shown.
    """

    form: type | None
    service: Callable[..., Any]
    label: Text = ""
    who: Callable[..., bool] | None = None
    creates: bool = False
    danger: bool = False
    about: Text | Callable[[Any], Text] = ""
    done: Text = ""
    many: bool = False
    together: bool = False
    why: Callable[[Any, Any], Text | None] | None = None
    preview: Callable[..., str] | None = None


class Pages:
    """The pages of one kind of record on one face of the house.

    `rows(user)` is the only way in; `may_list(user)` who has these pages at all. `about` says what the list is for
    (shown when it is empty), `turn(obj)` whose turn it is, `doors` what else one opens from the list: an import, a chart.
    What is typed on `confidential` pages is not kept as a draft in the browser. `heading(obj)` stands above a record where
    its own name says too little.
    """

    def __init__(
        self,
        *,
        name: str,
        path: str,
        model: type[models.Model],
        rows: Callable[[Any], models.QuerySet],
        may_list: Callable[..., bool],
        table: Table,
        face: str = "office",
        flow: Flow | None = None,
        filters: type | None = None,
        verbs: dict[str, Verb] | None = None,
        panels: Sequence[Part] = (),
        title: Text = "",
        about: Text = "",
        turn: Callable[[Any], Text | None] | None = None,
        doors: Sequence[Entry] = (),
        confidential: bool = False,
        heading: Callable[[Any], Text] = str,
    ) -> None:
        self.name, self.path, self.face, self.model, self.rows, self.may_list = name, path, face, model, rows, may_list
        self.table, self.flow, self.filters, self.verbs, self.panels = table, flow, filters, verbs or {}, tuple(panels)
        self.title, self.about, self.turn = title or model._meta.verbose_name, about, turn
        self.doors, self.confidential, self.heading = tuple(doors), confidential, heading
        register(name, self)

    @property
    def frame(self) -> str:
        """The template of the frame around these pages."""
        return f"pages/{self.face}.html"

    def url(self, view: str, obj: models.Model | None = None) -> str:
        """The address of `list`, `export`, `detail` or a verb."""
        return reverse(f"{self.name}.{view}", args=[obj.pk] if obj else [])

    def record(self, user: Any, pk: Any) -> models.Model:
        """The record, if this user may see it; Http404 otherwise."""
        obj = self.rows(user).filter(pk=pk).first()
        if obj is None:
            raise Http404
        return obj

    def label_of(self, verb: str) -> Text:
        """The verb on the button: from the flow for its steps."""
        step = self.flow.steps.get(verb) if self.flow else None
        declared = self.verbs[verb].label if verb in self.verbs else ""
        return (step.label if step else "") or declared or verb

    def may(self, verb: str, user: Any, obj: models.Model | None = None) -> bool:
        """Whether this person may ever take this verb here; state and guards aside."""
        step = self.flow.steps.get(verb) if self.flow else None
        who = step.who if step else self.verbs[verb].who
        return who is None or bool(who(user, obj))

    def starts(self, user: Any) -> list[str]:
        """The verbs by which this user may make a new record."""
        return [name for name in self._verbs(creates=True) if self.may(name, user)]

    def urls(self) -> list[URLPattern]:
        """`<name>.list`, `.detail`, `.export`, `.download`, `.views`, one per verb, `<verb>.many` for several rows."""
        return [
            self._path("", views.listing, "list"),
            self._path("export/", views.export, "export"),
            self._path("export/<uuid:key>/", views.download, "download"),
            self._path("views/", views.saved, "views"),
            *(self._path(f"{verb}/", views.step, verb, verb=verb) for verb in self._verbs(creates=True)),
            *(
                self._path(f"many/{verb}/", views.many, f"{verb}.many", verb=verb)
                for verb, declared in self.verbs.items()
                if declared.many or declared.together
            ),
            self._path("<uuid:pk>/", views.record, "detail"),
            *(self._path(f"<uuid:pk>/{verb}/", views.step, verb, verb=verb) for verb in self._verbs(creates=False)),
        ]

    def _verbs(self, *, creates: bool) -> list[str]:
        return [name for name, verb in self.verbs.items() if verb.creates == creates and not verb.together]

    def _path(self, tail: str, view: Callable, name: str, **fixed: Any) -> URLPattern:
        return path(f"{self.path}/{tail}", needs(self.may_list)(view), {"pages": self, **fixed}, f"{self.name}.{name}")
