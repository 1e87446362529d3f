"""What money moves for: the modules above say how their records are read, what evidence they hold, whom to tell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models

from unionhall.funds.plain import Evidence, Payee

__all__ = ["Evidence", "Payee", "confidential_kinds", "evidence_of", "get", "record", "take", "taken", "url_of"]


@dataclass(frozen=True)
class Subject:
    """A kind of record money is asked for, or received for.

    `rows(user)` are the records this reader may see, `url(obj, user)` where one is read, `evidence(obj)` what its module
    can show for it, `paid(request, by)` is called in the transaction of the payment. Requests for `confidential` records
    are found only by who pays, approves or audits and by who may see the record.

    `taken_back(request, by, reason)` is called in the transaction in which a payment is taken back, `undone(voucher, by,
    reason)` in that in which the accountant reverses a receipt. `passed_on(voucher, by)` is called in that in which what is left
    of the record's purse goes into another, and may refuse it. A payment `in_part` may be less than what was approved.
    `planned(obj)` is what its own plan has for it, in yuan: what goes beyond is decided one rung higher.
    """

    model: type[models.Model]
    rows: Callable[[Any], models.QuerySet]
    url: Callable[[Any, Any], str]
    evidence: Callable[[Any], Iterable[Evidence]] = lambda obj: ()
    paid: Callable[[Any, Any], None] | None = None
    confidential: bool = False
    taken_back: Callable[[Any, Any, str], None] | None = None
    undone: Callable[[Any, Any, str], None] | None = None
    in_part: bool = False
    passed_on: Callable[[Any, Any], None] | None = None
    planned: Callable[[Any], Decimal] | None = None


_subjects: dict[str, Subject] = {}


def take(model: type[models.Model], **told: Any) -> None:
    """Let the book know the records of a model, from its module's `apps.ready()`; `told` are the fields of `Subject`."""
    _subjects[model._meta.label_lower] = Subject(model, **told)


def get(kind: str) -> Subject | None:
    """The kind of that name, or None: a request of nobody's record is the office's own."""
    return _subjects.get(kind)


def taken() -> dict[str, Subject]:
    """Every kind by name."""
    return dict(_subjects)


def confidential_kinds() -> dict[str, Subject]:
    """Those whose requests are not for every reader."""
    return {kind: subject for kind, subject in _subjects.items() if subject.confidential}


def record(request: Any) -> models.Model | None:
    """The record a request is for, or None."""
    subject = get(request.subject_type)
    return subject.model.objects.filter(pk=request.subject_id).first() if subject else None


def evidence_of(request: Any) -> list[Evidence]:
    """What the record's module holds for it."""
    subject, obj = get(request.subject_type), record(request)
    return list(subject.evidence(obj)) if subject and obj is not None else []


def url_of(request: Any, user: Any) -> str:
    """Where this reader finds the record it is for; empty when they may not see it."""
    subject = get(request.subject_type)
    obj = subject.rows(user).filter(pk=request.subject_id).first() if subject else None
    return subject.url(obj, user) if subject and obj is not None else ""


def seen_by(user: Any, request: Any) -> bool:
    """Whether this reader may see the record a request is for."""
    subject = get(request.subject_type)
    return subject is not None and subject.rows(user).filter(pk=request.subject_id).exists()
