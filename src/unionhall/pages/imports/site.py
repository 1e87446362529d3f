"""The pages of one import: upload, columns, preview, result."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.pages import background
from unionhall.pages.guards import needs
from unionhall.pages.imports import runs, views
from unionhall.pages.imports.importer import Importer
from unionhall.pages.models import ImportRun, ImportState
from unionhall.pages.register import named, register


class ImportPages:
    """Pages around an importer. `name` is the URL name of the first; the others are `<name>.run`, `.errors` …

    For rows that belong to a record, `path` holds `<uuid:pk>` and `importer` is `fn(user, pk) -> Importer`, which
    raises Http404 or a Refusal. `done` names the list to go on to, opened for the same record.
    """

    def __init__(
        self,
        *,
        name: str,
        path: str,
        who: Callable[..., bool],
        done: str,
        face: str = "office",
        importer: Importer | Callable[[Any, UUID], Importer],
    ) -> None:
        self.name, self.path, self.who, self.done, self.face = name, path, who, done, face
        self._importer = importer
        register(name, self)

    @property
    def frame(self) -> str:
        """The template of the frame around these pages."""
        return f"pages/{self.face}.html"

    def importer(self, user: Any, pk: UUID | None) -> Importer:
        """The importer, for the record it belongs to."""
        return self._importer if isinstance(self._importer, Importer) else self._importer(user, pk)

    def run(self, user: Any, key: UUID, target: UUID | None) -> ImportRun:
        """A run of this user on these pages; Http404 for anybody else's."""
        run = ImportRun.objects.filter(pk=key, user=user, page=self.name, target=target).first()
        if run is None:
            raise Http404
        return run

    def url(self, view: str, run: ImportRun | None = None, target: UUID | None = None) -> str:
        """The address of a page of this import; the first for an empty name."""
        arguments: dict[str, Any] = {"key": run.pk} if run else {}
        if target:
            arguments["pk"] = target
        return reverse(f"{self.name}.{view}" if view else self.name, kwargs=arguments)

    def done_url(self, target: UUID | None) -> str:
        """Where the rows are to be seen afterwards."""
        return reverse(self.done, args=[target] if target else [])

    def urls(self) -> list[URLPattern]:
        """The addresses, for a module's `urlpatterns`."""
        return [
            self._path("", views.upload, self.name),
            self._path("<uuid:key>/", views.run, f"{self.name}.run"),
            self._path("<uuid:key>/apply/", views.apply, f"{self.name}.apply"),
            self._path("<uuid:key>/errors/", views.errors, f"{self.name}.errors"),
            self._path("<uuid:key>/forget/", views.forget, f"{self.name}.forget"),
        ]

    def _path(self, tail: str, view: Callable, name: str) -> URLPattern:
        return path(f"{self.path}/{tail}", needs(self.who)(view), {"site": self}, name)


@background.work("pages.import", _("导入"))
def import_in_background(
    progress: Callable[..., None], *, by: User, page: str, run: str, target: str, confirmed: list[str]
) -> dict[str, Any]:
    """Apply a previewed run outside the request; one that is applied already is left as it is."""
    site, record = named(page), UUID(target) if target else None
    import_run = site.run(by, UUID(run), record)
    total = sum(import_run.counts.values())
    progress(0, total, str(_("正在导入")))
    if import_run.state != ImportState.APPLIED:
        runs.apply(import_run, site.importer(by, record), by=by, confirmed=confirmed)
    progress(total, total, str(_("导入完成")))
    return {"url": site.url("run", import_run, record)}
