"""The filters in force, each a pill that takes itself off."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django_filters.fields import DateRangeField

from unionhall.kernel.clock import day_of
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
        return _range_said(field, value)
    labels = {} if isinstance(field, forms.ModelChoiceField) else _labels(field)
    chosen = value if isinstance(value, list | tuple) or hasattr(value, "exists") else [value]
    return _("、").join(str(labels.get(str(item), words(item))) for item in chosen)


def _range_said(field: forms.Field, value: slice) -> str:
    # django-filter widens a range of days to the instants at its ends.
    of_days = isinstance(field, DateRangeField)
    first, last = (words(day_of(end) if of_days and end else end) for end in (value.start, value.stop))
    if value.start is None:
        return _("{last} 及以前").format(last=last) if of_days else _("至多 {last}").format(last=last)
    if value.stop is None:
        return _("{first} 及以后").format(first=first) if of_days else _("至少 {first}").format(first=first)
    return _("{first} 至 {last}").format(first=first, last=last)


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
