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
    """Hits by kind, at most `each` of a kind, titles equal to the query first. One query, and one per kind hit."""
    found = query.terms(text)
    for entry in _kinds_with_hits(found):
        records = list(_rows(user, found, entry)[: max(CONSIDERED, each + 1)])
        if records:
            hits = best_first([hit(entry, record, user) for record in records], text)
            yield Group(entry, hits[:each], len(hits) > each)


def _kinds_with_hits(found: list[Term]) -> list[Indexed]:
    if not found:
        return []
    hits = Document.objects.filter(id__in=query.matching(found, secrets=True))
    present = set(hits.values_list("subject_type", flat=True).distinct())
    return [entry for entry in registry.kinds() if entry.key in present]


def hit(entry: Indexed, record: Any, user: User) -> Hit:
    """A record as the results list shows it."""
    return Hit(entry.title(record), entry.about(record), entry.url(record, user))


def best_first(hits: list[Hit], text: str) -> list[Hit]:
    """Titles equal to the query, then those that start with it, then those that hold it, then the rest."""
    wanted = squeezed(text).lower()

    def distance(found: Hit) -> int:
        title = squeezed(found.title).lower()
        return 0 if title == wanted else 1 if title.startswith(wanted) else 2 if wanted in title else 3

    return sorted(hits, key=distance)
