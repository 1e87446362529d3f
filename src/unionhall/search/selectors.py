"""Hits a reader may see. What `visible_to` hides is neither listed nor counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models

from unionhall.accounts.models import User
from unionhall.kernel.text import squeezed
from unionhall.search import query, registry
from unionhall.search.models import Document
from unionhall.search.query import Term
from unionhall.search.registry import Indexed

CONSIDERED = 50


@dataclass(frozen=True)
class Hit:
    """One record found: its name, a few words beside it, and its page."""

    title: str
    about: str
    url: str


@dataclass(frozen=True)
class Group:
    """The hits of one kind; `more` when not all are shown."""

    entry: Indexed
    hits: list[Hit]
    more: bool


def rows(user: User, text: str, entry: Indexed) -> models.QuerySet:
    """The records of one kind that have every word of the query and that the reader may see."""
    return _rows(user, query.terms(text), entry)


def _rows(user: User, found: list[Term], entry: Indexed) -> models.QuerySet:
    shown = entry.model.objects.visible_to(user)
    shown = shown.select_related(*entry.related) if entry.related else shown
    if not found:
        return shown.none()
    secrets = entry.secrets_for(user)
    documents = Document.objects.filter(subject_type=entry.key, id__in=query.matching(found, secrets=secrets))
    return shown.filter(pk__in=documents.values("subject_id"))


def results(user: User, text: str, *, each: int) -> Iterator[Group]:
    """Hits by kind, at most `each` of a kind, what was typed in full first. One query, and two per kind hit."""
    found = query.terms(text)
    for entry in _kinds_with_hits(found):
        records = _best(user, text, entry, each + 1)
        if records:
            hits = [hit(entry, record, user) for record in records]
            yield Group(entry, hits[:each], len(hits) > each)


def _best(user: User, text: str, entry: Indexed, count: int) -> list[Any]:
    first = list(_rows(user, query.in_full(text), entry)[:count])
    known = {record.pk for record in first}
    rest = [record for record in _rows(user, query.terms(text), entry)[:CONSIDERED] if record.pk not in known]
    wanted = squeezed(text).lower()
    return (first + sorted(rest, key=lambda record: distance(entry.title(record), wanted)))[:count]


def _kinds_with_hits(found: list[Term]) -> list[Indexed]:
    if not found:
        return []
    hits = Document.objects.filter(id__in=query.matching(found, secrets=True))
    present = set(hits.values_list("subject_type", flat=True).distinct())
    return [entry for entry in registry.kinds() if entry.key in present]


def hit(entry: Indexed, record: Any, user: User) -> Hit:
    """A record as the results list shows it."""
    return Hit(entry.title(record), entry.about(record), entry.url(record, user))


def distance(title: str, wanted: str) -> int:
    """0 for a title that starts with the query, 1 for one that holds it, 2 for the rest."""
    plain = squeezed(title).lower()
    return 0 if plain.startswith(wanted) else 1 if wanted in plain else 2
