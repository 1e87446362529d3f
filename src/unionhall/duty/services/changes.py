"""What has become of a signed report's figures since: the live ones beside the frozen, and which rows came and went."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models

from unionhall.duty.models import Frozen, Report
from unionhall.figures import words
from unionhall.figures.tokens import parse
from unionhall.flows import Refusal

NAMED = 100


@dataclass(frozen=True)
class Rows:
    """Rows that came or went: those the reader may see, how many more there are, how many no longer exist."""

    shown: list[models.Model]
    hidden: int = 0
    gone: int = 0

    @property
    def count(self) -> int:
        return len(self.shown) + self.hidden + self.gone


@dataclass(frozen=True)
class Change:
    """One frozen figure beside the live one; `why_not` says why there is no live one any more."""

    frozen: Frozen
    live: str
    added: Rows
    removed: Rows
    url: str = ""
    why_not: str = ""

    @property
    def is_changed(self) -> bool:
        return bool(self.live != self.frozen.text or self.added.count or self.removed.count)


def changes(report: Report, reader: Any) -> list[Change]:
    """Every figure of a signed report beside its live reading; persons only as far as the reader may see them."""
    return [_change(frozen, reader) for frozen in report.frozen.in_text()]


def _change(frozen: Frozen, reader: Any) -> Change:
    token = parse(frozen.token)
    try:
        reading = token.reading(frozen.report.union)
        live = reading.evidence
    except Refusal as refusal:
        return Change(frozen, "", Rows([]), Rows([]), why_not=str(refusal))
    before, now = set(frozen.row_ids), set(live.ids)
    said = words.say(live.value, reading.unit, token.style)
    model = reading.rows.model
    return Change(frozen, said, _rows(model, now - before, reader), _rows(model, before - now, reader), reading.url)


def _rows(model: type[models.Model], ids: set[UUID], reader: Any) -> Rows:
    named = sorted(ids)[:NAMED]
    shown = list(model.objects.visible_to(reader).filter(pk__in=named)) if named else []
    gone = len(named) - model.objects.filter(pk__in=named).count() if named else 0
    return Rows(shown, len(ids) - len(shown) - gone, gone)
