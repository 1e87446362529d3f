"""What an import would do, row by row, before it does anything."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What becomes of a row."""

    NEW = "new", _("新增")
    CHANGED = "changed", pgettext_lazy("pages", "变更")
    UNCHANGED = "unchanged", _("不变")
    LEFT = "left", _("表中已无")
    ERROR = "error", _("有误")


@dataclass(slots=True)
class Line:
    """One row: its number in the sheet (None for one who left), its cleaned values, and what becomes of it.

    `values` has no entry for a field without a column and None for an empty cell, which leaves things as they are;
    `changes` are (label, old, new) in words; `reasons` say why it is an error, `notes` what else one should know of it.
    """

    row: int | None
    values: dict[str, Any]
    key: Any = None
    label: str = ""
    kind: Kind = Kind.NEW
    reasons: list[str] = field(default_factory=list)
    changes: list[tuple[str, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Ask:
    """Something the import would do besides the rows, and does only when confirmed: make departments, close leavers.

    While an ask that is not `optional` is unconfirmed nothing is applied at all.
    """

    key: str
    text: str | Promise
    items: Sequence[str]
    optional: bool = False


@dataclass(frozen=True)
class Preview:
    """Every row with its kind, what is to be confirmed first, and what the new rows come to (`sum`)."""

    lines: Sequence[Line]
    asks: Sequence[Ask] = ()
    sum: str = ""

    def of(self, *kinds: Kind) -> list[Line]:
        """The lines of some kinds, in the order of the sheet."""
        return [line for line in self.lines if line.kind in kinds]

    @property
    def counts(self) -> dict[str, int]:
        """How many lines there are of each kind, by its value."""
        found = Counter(line.kind for line in self.lines)
        return {kind.value: found[kind] for kind in Kind}
