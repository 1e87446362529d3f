"""What polls are about: the modules above say how a record of theirs is shown and who may see and hold its polls."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models


@dataclass(frozen=True)
class Subject:
    """A kind of record that polls belong to.

    `rows(user)` are the records whose opened polls this reader may see, `holds(user)` who has such polls to hold at all
    beside the office and `manages(user, obj)` whether those of this record, `url(obj, user)` where the record is read,
    `present(obj)` the keys of the voters who are there now.
    """

    model: type[models.Model]
    rows: Callable[[Any], models.QuerySet]
    url: Callable[[Any, Any], str]
    present: Callable[[Any], Iterable[UUID]]
    holds: Callable[[Any], bool]
    manages: Callable[[Any, Any], bool]


_subjects: dict[str, Subject] = {}


def take(
    model: type[models.Model],
    *,
    rows: Callable[[Any], models.QuerySet],
    url: Callable[[Any, Any], str],
    present: Callable[[Any], Iterable[UUID]],
    holds: Callable[[Any], bool] = lambda user: False,
    manages: Callable[[Any, Any], bool] = lambda user, obj: False,
) -> None:
    """Let polls belong to records of a model, from its module's `apps.ready()`."""
    _subjects[model._meta.label_lower] = Subject(model, rows, url, present, holds, manages)


def taken() -> Iterator[tuple[str, Subject]]:
    """Every kind of subject with its name."""
    yield from _subjects.items()


def get(kind: str) -> Subject | None:
    """The kind of that name, or None: a poll of nobody's is the office's own."""
    return _subjects.get(kind)


def record(poll: Any) -> models.Model | None:
    """The record a poll belongs to, or None."""
    subject = get(poll.subject_type)
    return subject.model.objects.filter(pk=poll.subject_id).first() if subject else None


def here(poll: Any) -> list[UUID] | None:
    """Whom the poll's subject knows to be present now; None where nobody keeps attendance."""
    subject, obj = get(poll.subject_type), record(poll)
    return list(subject.present(obj)) if subject and obj is not None else None


def holds_some(user: Any) -> bool:
    """Whether this user has polls of any subject to hold."""
    return any(subject.holds(user) for subject in _subjects.values())


def manages(user: Any, poll: Any) -> bool:
    """Whether the poll's subject lets this user hold it."""
    subject = get(poll.subject_type)
    obj = record(poll) if subject else None
    return obj is not None and subject is not None and subject.manages(user, obj)
