"""An import that spans requests: uploaded, understood, previewed, applied. Only the last step acts."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from pathlib import PurePath
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, WrongState
from unionhall.kernel import clock
from unionhall.pages.imports.importer import Importer
from unionhall.pages.imports.preview import Ask, Kind, Line, Preview
from unionhall.pages.imports.table import Source, read
from unionhall.pages.models import ImportRun, ImportState

UPLOADS_KEPT, RESULTS_KEPT = timedelta(days=7), timedelta(days=90)


def upload(importer: Importer, page: str, target: UUID | None, content: bytes, name: str, *, by: User) -> ImportRun:
    """Keep a file and how its columns seem to be meant; raises `sheets.Unreadable`. Old ones are let go."""
    source = read(content, importer.fields)
    _let_go()
    run = ImportRun(
        user=by,
        page=page,
        target=target,
        file_name=PurePath(name).name[:120],
        sheet=source.at,
        header=source.header,
        mapping=source.mapping,
    )
    run.content = content
    run.save()
    return run


def _let_go() -> None:
    """Drop uploads nobody applied, and the rows of results nobody reads any more: both are personal data."""
    ImportRun.objects.filter(uploaded_at__lt=clock.now() - UPLOADS_KEPT).exclude(state=ImportState.APPLIED).delete()
    ImportRun.objects.filter(applied_at__lt=clock.now() - RESULTS_KEPT).exclude(lines="").update(lines="")


def source_of(run: ImportRun, importer: Importer) -> Source:
    """The list in the run's file, as its columns are understood now."""
    source = read(run.content, importer.fields)
    return replace(source, at=run.sheet, header=run.header, mapping=run.mapping)


def turn_to(run: ImportRun, source: Source) -> None:
    """Read the list from another sheet or under another header row from now on."""
    run.sheet, run.header, run.mapping = source.at, source.header, dict(source.mapping)
    run.state = ImportState.UPLOADED
    run.save()


def preview(run: ImportRun, importer: Importer, source: Source) -> None:
    """Keep what the import would do with its columns understood so; raises Blocked while a column is missing."""
    _keep(run, source, importer.preview(source))


def _keep(run: ImportRun, source: Source, found: Preview) -> None:
    run.mapping, run.counts, run.lines = dict(source.mapping), found.counts, _packed(found)
    run.state = ImportState.PREVIEWED
    run.save()


def apply(run: ImportRun, importer: Importer, *, by: User, confirmed: Collection[str] = ()) -> None:
    """Do what the preview says, all or nothing, and let go of the file.

    The preview is made again from the file: if records changed meanwhile, so that it would come out differently,
    Blocked asks to look again. Of two who apply at once one gets WrongState.
    """
    source = source_of(run, importer)
    found = importer.preview(source)
    if _packed(found) != run.lines:
        _keep(run, source, found)
        raise Blocked(_("预览之后数据有了变化，还没有导入。下面是新的预览，请再核对一次。"))
    with transaction.atomic():
        taken = ImportRun.objects.filter(pk=run.pk, state=ImportState.PREVIEWED).update(
            state=ImportState.APPLIED, applied_at=clock.now(), sealed=b""
        )
        if not taken:
            raise WrongState(_("这份文件已经导入过了。"))
        importer.run(found, by=by, confirmed=confirmed)
        digest = hashlib.sha256(run.content).hexdigest()
        audit.record(f"{importer.key}.import", run, by=by, after={"file": run.file_name, "sha256": digest} | run.counts)
    run.refresh_from_db()


def _packed(found: Preview) -> str:
    """A preview as text: the same preview is the same text."""
    lines = [
        [line.row, str(line.key or ""), line.label, line.kind.value, line.reasons, line.changes, line.notes]
        for line in found.lines
    ]
    asks = [[ask.key, str(ask.text), list(ask.items), ask.optional] for ask in found.asks]
    return json.dumps([lines, asks, found.sum], ensure_ascii=False)


def kept_preview(run: ImportRun) -> Preview:
    """The preview as it was kept, for showing; its lines have no values."""
    lines, asks, total = json.loads(run.lines) if run.lines else ([], [], "")
    return Preview(
        [
            Line(row, {}, key, label, Kind(kind), reasons, [tuple(change) for change in changes], notes)
            for row, key, label, kind, reasons, changes, notes in lines
        ],
        tuple(Ask(*ask) for ask in asks),
        total,
    )


def rows_in_error(run: ImportRun, importer: Importer) -> tuple[list[str], list[list[Any]]]:
    """The headers and the rows that were refused, as they stand in the file, each with its reasons at the end."""
    reasons = {line.row: " ".join(line.reasons) for line in kept_preview(run).of(Kind.ERROR)}
    source = source_of(run, importer)
    width = len(source.headers)
    rows = [[*(row + [""] * width)[:width], reasons[number]] for number, row in source.rows() if number in reasons]
    return [*source.headers, str(_("原因"))], rows
