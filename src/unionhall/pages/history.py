"""The road so far in words: who did what when, with values before and after by the names a reader knows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from unionhall.audit.models import Event, Kind
from unionhall.flows.flow import flows
from unionhall.kernel.cipher import EncryptedTextField
from unionhall.pages.values import HIDDEN, NOTHING, sayer

Text = str | Promise
_labels: dict[str, Text] = {}


def says(verb: str, label: Text) -> None:
    """Tell how the audit verb of a service reads: `says("people.import_roster", _("从花名册导入"))`."""
    _labels[verb] = label


def wording(verb: str) -> Text:
    """How an audit verb reads anywhere: as told by `says`, as the step of a flow, or as it stands."""
    told = _labels.get(verb)
    if told:
        return told
    name, _dot, step = verb.rpartition(".")
    return next((flow.steps[step].label for flow in flows() if flow.name == name and step in flow.steps), "") or verb


@dataclass(frozen=True)
class Change:
    """One field before and after, in words."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """One event as a reader sees it."""

    at: datetime
    who: str
    what: Text
    reason: str
    changes: list[Change]


def road(events: Iterable[Event], model: type[models.Model], label_of: Callable[[str], Text | None]) -> list[Entry]:
    """The events of records of one model in words. One query per model referred to, however many events.

    `label_of(verb)` knows the verbs of the page; others are looked up among those told by `says`.
    """
    events = list(events)
    names = _names_of_references(events, model)
    return [
        Entry(
            event.at,
            event.by.name,
            _labels.get(event.verb) or label_of(event.verb) or event.verb,
            event.reason,
            list(_changes(event, model, names)),
        )
        for event in events
    ]


def _changes(event: Event, model: type[models.Model], names: Mapping[type, Mapping[str, str]]) -> Iterable[Change]:
    for key in {**event.before, **event.after} if event.kind == Kind.CHANGE else ():
        field, before, after = field_named(model, key), event.before.get(key), event.after.get(key)
        if field is not None and before != after:
            yield Change(str(field.verbose_name), _said(field, before, names), _said(field, after, names))


def field_named(model: type[models.Model], name: str) -> models.Field | None:
    """The column an event's key names, or None: keys that are no fields are for the auditor, not the reader."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if field.concrete else None


def _said(field: models.Field, value: Any, names: Mapping[type, Mapping[str, str]]) -> str:
    if isinstance(field, EncryptedTextField):
        return HIDDEN if value else NOTHING
    if value in (None, "", [], {}):
        return NOTHING
    if field.is_relation:
        return names[field.related_model].get(str(value), _("已不在册")) if is_key(value) else str(value)
    try:
        return sayer(field)(field.to_python(value))
    except ValidationError:  # written before the field became what it is now
        return str(value)


def is_key(value: Any) -> bool:
    """Whether an event noted a record by its key; some note it by its number."""
    try:
        return bool(UUID(str(value)))
    except ValueError:
        return False


def _names_of_references(events: list[Event], model: type[models.Model]) -> dict[type, dict[str, str]]:
    wanted: dict[type, set[str]] = defaultdict(set)
    for event in events:
        for values in (event.before, event.after):
            for key, value in values.items():
                field = field_named(model, key)
                if field is not None and field.is_relation and is_key(value):
                    wanted[field.related_model].add(str(value))
    return {
        related: {str(obj.pk): str(obj) for obj in related._default_manager.filter(pk__in=keys)}
        for related, keys in wanted.items()
    }
