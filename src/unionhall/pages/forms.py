"""The form of one verb: it cleans what was typed, the verb acts."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.kernel.cipher import EncryptedTextField

DASHES = "---------"  # what Django calls choosing nothing
DAY_FORMATS = ["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d"]


def one_of(choices: Iterable[Any]) -> list[tuple[str, Any]]:
    """Choices of which one has to be made: none is chosen before, so that nothing is said by mistake."""
    return [("", _("请选择")), *((one.value, one.label) for one in choices)]


class Picking:
    """Records of those `rows(user)` gives: asked when the form is built, for its user.

    `of` names a field of theirs: they are those of the form's own record, or of what that record stands under itself by
    a field of the same name. `offered(row)` is how one reads in the list, its own text by default.
    """

    queryset: models.QuerySet

    def __init__(
        self,
        rows: Callable[[Any], models.QuerySet],
        *,
        of: str = "",
        offered: Callable[[Any], str] = str,
        **kwargs: Any,
    ) -> None:
        self.rows, self.of, self.offered = rows, of, offered
        super().__init__(queryset=None, **kwargs)

    def ask(self, user: Any, obj: models.Model | None) -> None:
        """What this user may choose among, for this record."""
        rows = self.rows(user)
        self.queryset = rows.filter(**{self.of: _owner(rows, self.of, obj)}) if self.of else rows

    def label_from_instance(self, obj: Any) -> str:
        """What Django shows of a choice."""
        return self.offered(obj)


class PickField(Picking, forms.ModelChoiceField):
    """One record."""


class PickManyField(Picking, forms.ModelMultipleChoiceField):
    """Several records."""


def _owner(rows: models.QuerySet, name: str, obj: models.Model | None) -> Any:
    """The record itself where the field leads to such records, else the key of its own field of that name."""
    is_itself = isinstance(obj, rows.model._meta.get_field(name).related_model)
    return obj if obj is None or is_itself else getattr(obj, f"{name}_id")


class StepForm(forms.Form):
    """Base of the forms of verbs: knows who acts (`user`) and on what (`obj`, None when the verb creates).

    Fields named like fields of the record start with its values, so that nothing is typed twice. A subclass narrows
    choices otherwise than a `PickField` can in its `__init__`, after calling this one.
    """

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        user: Any,
        obj: models.Model | None = None,
        initial: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        self.user, self.obj = user, obj
        super().__init__(data, files, initial=self._known() | (initial or {}), **kwargs)
        for field in self.fields.values():
            if isinstance(field, Picking):
                field.ask(user, obj)
            if getattr(field, "empty_label", None) == DASHES:
                field.empty_label = gettext("请选择")
            _fit_keyboard(field)

    def _known(self) -> dict[str, Any]:
        """The record's own values of the fields this form asks for; never those kept encrypted."""
        known = {}
        for name in self.base_fields if self.obj else ():
            try:
                field = self.obj._meta.get_field(name)
            except FieldDoesNotExist:
                continue
            if field.concrete and not field.many_to_many and not isinstance(field, EncryptedTextField):
                known[name] = field.value_from_object(self.obj)
        return known


class ReasonForm(StepForm):
    """Only why."""

    reason = forms.CharField(label=_("理由"), min_length=2, max_length=300, widget=forms.Textarea)


def _fit_keyboard(field: forms.Field) -> None:
    """The right picker or phone keyboard for each kind of field."""
    widget = field.widget
    if isinstance(field, forms.DateTimeField) and isinstance(widget, forms.DateTimeInput):
        widget.input_type, widget.format = "datetime-local", "%Y-%m-%dT%H:%M"
    elif isinstance(field, forms.DateField) and isinstance(widget, forms.DateInput):
        widget.input_type, widget.format, field.input_formats = "date", "%Y-%m-%d", DAY_FORMATS
    elif isinstance(field, forms.DecimalField):
        widget.attrs.setdefault("inputmode", "decimal")
    elif isinstance(field, forms.IntegerField):
        widget.attrs.setdefault("inputmode", "numeric")
