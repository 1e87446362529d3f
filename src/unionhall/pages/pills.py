"""The filters in force, each a pill that takes itself off."""
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from unionhall.pages.values import words


@dataclass(frozen=True)
class Pill:
    """One filter in force: its label, its value in words, and the names it has in the address."""

    label: str
    text: str
    names: tuple[str, ...]


def pills(form: forms.Form) -> Iterator[Pill]:
    """The filters of a valid filter form that have a value."""
    for name, field in form.fields.items():
        value = form.cleaned_data.get(name)
        if value not in (None, "", []) and not _is_empty(value):
            yield Pill(str(field.label or name), _said(field, value), tuple(_names(name, field.widget)))


def _is_empty(value: Any) -> bool:
    return hasattr(value, "exists") and not value


def _said(field: forms.Field, value: Any) -> str:
    if isinstance(value, slice):
        return _("{first} 至 {last}").format(first=words(value.start), last=words(value.stop))
    labels = {} if isinstance(field, forms.ModelChoiceField) else _labels(field)
    chosen = value if isinstance(value, list | tuple) or hasattr(value, "exists") else [value]
    return _("、").join(str(labels.get(str(item), words(item))) for item in chosen)


def _labels(field: forms.Field) -> dict[str, Any]:
    labels = {}
    for key, label in getattr(field, "choices", ()):
        pairs = label if isinstance(label, list | tuple) else [(key, label)]
        labels |= {str(inner): text for inner, text in pairs}
    return labels


def _names(name: str, widget: forms.Widget) -> Iterator[str]:
    yield name
    suffixes = getattr(widget, "suffixes", None) or range(len(getattr(widget, "widgets", ())))
    for suffix in suffixes:
        yield f"{name}_{suffix}"
