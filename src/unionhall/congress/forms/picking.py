"""Fields that choose among delegates, and the only choice where there is one."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils.translation import gettext as _

from unionhall.congress.models import Delegate, Delegation
from unionhall.pages.forms import PickField, PickManyField


class _ByDelegation(ModelChoiceIterator):
    """The delegates under the names of their delegations."""

    def __iter__(self) -> Iterator[tuple[str, list[tuple[Any, str]]]]:
        for name, seats in groupby(self.queryset, key=lambda seat: str(seat.delegation or _("未编入代表团"))):
            yield name, [self.choice(seat) for seat in seats]


class DelegatesField(PickManyField):
    """Delegates to tick, by delegation; who is of the front line, or a manager, is marked."""

    widget = forms.CheckboxSelectMultiple
    iterator = _ByDelegation

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_serving, **kwargs)

    def label_from_instance(self, seat: Delegate) -> str:
        marks = [_("一线")] * seat.is_front_line + [_("中层以上")] * seat.is_manager
        return f"{seat.person.name}（{'、'.join(marks)}）" if marks else seat.person.name


class DelegationField(PickField):
    """A delegation of either congress, told apart by the term."""

    def label_from_instance(self, delegation: Delegation) -> str:
        return f"{delegation}（{delegation.term}）"


def _serving(user: Any) -> Any:
    """Those the user may see who hold their seats; the form narrows them to its term or session."""
    return Delegate.objects.visible_to(user).serving().select_related("person__user", "delegation")


def start_with_the_only_one(form: forms.Form, *names: str) -> None:
    """Where one may pick only one record, it is picked."""
    for name in names:
        rows = list(form.fields[name].queryset[:2])
        if len(rows) == 1:
            form.fields[name].initial = rows[0].pk
