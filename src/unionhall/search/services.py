"""Keep the index true: its rows are written in the transaction of the change itself."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import models

from unionhall.accounts.tenancy import in_union, scoped_union
from unionhall.kernel import planner
from unionhall.search import registry, tokens
from unionhall.search.models import Document
from unionhall.search.registry import Indexed

BATCH = 1000


def tokens_of(obj: models.Model, entry: Indexed) -> str:
    """Everything by which a record is found."""
    found: list[str] = []
    for text in (entry.title(obj), entry.text(obj), *entry.keywords(obj), *entry.names(obj)):
        found += tokens.tokens(text)
    found += [tokens.whole(text) for text in (entry.title(obj), *entry.keywords(obj), *entry.names(obj)) if text]
    for name in entry.names(obj):
        found += tokens.name_tokens(name)
    for number in entry.secrets(obj):
        found += tokens.secret_tokens(number)
    return tokens.joined(found)


def reindex(rows: Iterable[models.Model]) -> int:
    """Index the rows of one model in the union in scope anew; for bulk writes, which send no signals. Returns how many.

    Takes a queryset (read in chunks) or any iterable; costs one statement per thousand rows.
    """
    source = rows.iterator(chunk_size=BATCH) if isinstance(rows, models.QuerySet) else iter(rows)
    count, batch = 0, []
    for obj in source:
        batch.append(_document(obj))
        count += 1
        if len(batch) == BATCH:
            _write(batch)
            batch = []
    _write(batch)
    if count >= BATCH:
        planner.refresh()
    return count


def _document(obj: Any) -> Document:
    entry = registry.of(obj)
    return Document(union_id=obj.union_id, subject_type=entry.key, subject_id=obj.pk, tokens=tokens_of(obj, entry))


def _write(documents: list[Document]) -> None:
    Document.objects.bulk_create(
        documents,
        update_conflicts=True,
        update_fields=["tokens"],
        unique_fields=["union", "subject_type", "subject_id"],
    )


def forget(obj: Any) -> None:
    """Take one record out of the index."""
    Document.objects.filter(subject_type=obj._meta.label_lower, subject_id=obj.pk).delete()


def on_save(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Index a saved row of an indexed model."""
    if registry.get(sender._meta.label_lower):
        with _at_home(instance):
            reindex([instance])


def on_delete(sender: type[models.Model], instance: Any, **kwargs: Any) -> None:
    """Forget a deleted row of an indexed model."""
    if registry.get(sender._meta.label_lower):
        with _at_home(instance):
            forget(instance)


def _at_home(instance: Any) -> AbstractContextManager[None]:
    """The scope of the record's union, whose row is not asked for when it is entered already."""
    scope = scoped_union()
    return nullcontext() if scope and scope.pk == instance.union_id else in_union(instance.union)
