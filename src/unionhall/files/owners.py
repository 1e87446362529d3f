"""Whose file it is: records say here that they take attachments, and who may add or remove them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404

from unionhall.accounts.models import User
from unionhall.files.models import Attachment


@dataclass(frozen=True)
class Owner:
    """A kind of record with attachments: who sees it by its manager's `visible_to(user)` may read them, unless
    `may_read` asks for more."""

    model: type[models.Model]
    may_attach: Callable[..., bool]
    why_not: Callable[[Any, str], str | None] | None = None
    may_read: Callable[..., bool] | None = None


_owners: dict[str, Owner] = {}


def take(
    model: type[models.Model],
    may_attach: Callable[..., bool],
    why_not: Callable[[Any, str], str | None] | None = None,
    may_read: Callable[..., bool] | None = None,
) -> None:
    """Let records of a model have attachments; `may_attach(user, obj)` admits who adds and removes them, and
    `why_not(obj, media)` says why one of them takes no file of a media type, `may_read(user, obj)` who of those who see
    the record opens its files."""
    _owners[model._meta.label_lower] = Owner(model, may_attach, why_not, may_read)


def record(kind: str, pk: UUID, user: User) -> tuple[Any, Owner]:
    """The record a file belongs to and its kind, if this user may see it; Http404 otherwise."""
    owner = _owners.get(kind)
    found = owner and owner.model.objects.visible_to(user).filter(pk=pk).first()
    if not found:
        raise Http404
    return found, owner


def attachment(pk: UUID, user: User) -> tuple[Attachment, Any, Owner]:
    """An attachment still in place, its record and the record's kind, if this user may read it; else Http404."""
    found = Attachment.objects.filter(pk=pk, removed_at=None).first()
    if not found:
        raise Http404
    obj, owner = record(found.subject_type, found.subject_id, user)
    if owner.may_read and not owner.may_read(user, obj):
        raise Http404
    return found, obj, owner
