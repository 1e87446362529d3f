"""The roster as an import: the pages, the command line and the demo all come through here.

preview = preview_file(path)                    # raises sheets.Unreadable or Blocked, with the sentence
apply(preview, by=user)                         # all of it or nothing; returns the counts
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.kernel import clock
from unionhall.pages.imports import Ask, Field, Importer, Kind, Line, Preview
from unionhall.pages.imports.table import Source, read
from unionhall.pages.values import words
from unionhall.people.exchange import applying, columns
from unionhall.people.exchange.comparing import compare
from unionhall.people.exchange.lines import Comparison
from unionhall.people.exchange.lines import Line as Found
from unionhall.people.rules.days import last_day_named

LEAVERS = "leavers"


def _as_it_stands(cell: Any) -> Any:
    return cell


@dataclass(frozen=True)
class RosterPreview(Preview):
    """A preview that remembers the comparison it shows."""

    found: Comparison | None = None


class RosterImporter(Importer):
    """Staff, departments, branches and memberships from the personnel office's list.

    Cells are read by our own rules, since a birth date is checked against an identity number and not alone. `as_of` is
    the day the list describes; left out, it is the day its title names, or today.
    """

    key, label, identity = "people.roster", _("花名册"), "staff_no"
    fields = tuple(
        Field(field.name, field.label, field.words, field.required, _as_it_stands) for field in columns.FIELDS
    )

    def __init__(self, as_of: date | None = None) -> None:
        self.as_of = as_of

    def preview(self, source: Source) -> RosterPreview:
        """Sort every row; raises Blocked when staff number, name, department or employment has no column."""
        self._require_columns(source)
        found = compare(_rows(source), as_of=self.as_of or _day_of(source))
        return RosterPreview([_shown(line) for line in found.lines], tuple(_asks(found)), found=found)

    def apply(self, preview: RosterPreview, *, by: User, confirmed: Collection[str]) -> None:
        """Write the comparison behind a preview; leavers are left alone unless `leavers` is confirmed."""
        applying.apply(preview.found, by=by, create_places=True, leavers=LEAVERS in confirmed)


def _rows(source: Source) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, row in source.rows():
        yield number, {name: row[at] if at < len(row) else "" for name, at in source.mapping.items()}


def _day_of(source: Source) -> date:
    """The day the lines above the header name, unless it is still to come."""
    titles = (cell for row in source.sheet.rows[: source.header] for cell in row if isinstance(cell, str) and cell)
    named = next((day for day in map(last_day_named, titles) if day), None)
    return min(named, clock.today()) if named else clock.today()


def _shown(line: Found) -> Line:
    changes = [(change.label, change.old, change.new) for change in line.changes]
    label = f"{line.staff_no} {line.name}".strip()
    return Line(line.number or None, {}, line.staff_no, label, Kind(line.kind), line.reasons, changes)


def _asks(found: Comparison) -> Iterator[Ask]:
    unknown = found.unknown
    if unknown.departments:
        yield Ask("departments", _("新建这些科室"), unknown.departments)
    if unknown.branches or unknown.groups:
        yield Ask("units", _("新建这些分工会和小组"), [*unknown.branches, *(f"{b}－{g}" for b, g in unknown.groups)])
    gone = [line for line in found.of("left") if line.leaves]
    if gone:
        text = _("把名册上已没有的人登记为离院，日期为名册日期%(day)s") % {"day": words(found.as_of)}
        yield Ask(LEAVERS, text, [f"{line.staff_no} {line.name}" for line in gone], optional=True)


def preview_file(path: str | Path, *, as_of: date | None = None) -> RosterPreview:
    """What a roster file would do; writes nothing."""
    importer = RosterImporter(as_of)
    return importer.preview(read(path, importer.fields))


def apply(preview: RosterPreview, *, by: User) -> dict[str, int]:
    """Apply a preview with everything it asks for: new places made, leavers closed. Returns the five counts."""
    return RosterImporter().run(preview, by=by, confirmed=[ask.key for ask in preview.asks])
