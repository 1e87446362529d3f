"""The one way to leave a trace."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import override

from unionhall.accounts.models import User
from unionhall.accounts.tenancy import TenantModel
from unionhall.audit.models import Event, Kind
from unionhall.kernel.cipher import EncryptedTextField


class NoTransaction(RuntimeError):
    """A change was recorded outside the transaction that makes it."""


def record(
    verb: str,
    subject: models.Model,
    *,
    by: User,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str = "",
    concerns: UUID | None = None,
) -> Event:
    """Write the event of one change, in the transaction of the change itself; raises NoTransaction outside one.

    `verb` is the dotted name of the service (`people.move`), `concerns` the person whose data it is, where the record itself
    does not say (`concerns_person`).
    """
    return Event.objects.create(**_fields(verb, subject, by, before, after, reason, concerns))


def record_many(
    verb: str,
    changes: Iterable[tuple[models.Model, Mapping[str, Any], Mapping[str, Any]]],
    *,
    by: User,
    reason: str = "",
) -> None:
    """The events of a batch, one for each `(subject, before, after)`, written together."""
    Event.objects.bulk_create(
        [Event(**_fields(verb, subject, by, before, after, reason)) for subject, before, after in changes],
        batch_size=1000,
    )


def read(subject: models.Model, *, by: User, what: Any, concerns: UUID | None = None) -> Event:
    """Write that a confidential record or field was looked at; `what` names the field or page.

    It is kept in the words of the source, whatever language the reader uses: give it lazily; `Event.what` says it.
    """
    with transaction.atomic(), override(settings.LANGUAGE_CODE):
        fields = _fields("read", subject, by, None, {"what": str(what)}, "", concerns)
        return Event.objects.create(**fields | {"kind": Kind.READ})


def export(what: str, *, by: User, rows: int, filters: Mapping[str, Any]) -> Event:
    """Write that a list left the system: which, how many rows, under which filters."""
    with transaction.atomic():
        return Event.objects.create(
            kind=Kind.EXPORT,
            by=by,
            verb="export",
            subject_type=what,
            subject_label=what,
            after={"rows": rows, "filters": dict(filters)},
        )


def snapshot(obj: models.Model, fields: Iterable[str]) -> dict[str, Any]:
    """The values of some fields as an event keeps them: references by id, encrypted ones never in clear."""
    values = {}
    for name in fields:
        field: Any = obj._meta.get_field(name)
        value = getattr(obj, field.attname)
        values[name] = ("***" if value else "") if isinstance(field, EncryptedTextField) else value
    return values


def _fields(
    verb: str,
    subject: models.Model,
    by: User,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    reason: str,
    concerns: UUID | None = None,
) -> dict[str, Any]:
    if not transaction.get_connection().in_atomic_block:
        raise NoTransaction(f"{verb}: a change and its event belong to one transaction")
    union_id = subject.union_id if isinstance(subject, TenantModel | User) else subject.pk
    return {
        "union_id": union_id,
        "by": by,
        "verb": verb,
        "subject_type": subject._meta.label_lower,
        "subject_id": subject.pk,
        "subject_label": str(subject)[:120],
        "concerns": concerns or getattr(subject, "concerns_person", None),
        "before": dict(before or {}),
        "after": dict(after or {}),
        "reason": reason,
    }
