"""The form of one verb: it cleans what was typed, the verb acts."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from unionhall.kernel.cipher import EncryptedTextField

DASHES = "---------"  # what Django calls choosing nothing
DAY_FORMATS = ["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d"]


class PickField(forms.ModelChoiceField):
    """One record of those `rows(user)` gives: asked when the form is built, for its user."""

    def __init__(self, rows: Callable[[Any], models.QuerySet], **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(queryset=None, **kwargs)


class PickManyField(forms.ModelMultipleChoiceField):
    """Several records of those `rows(user)` gives."""

    def __init__(self, rows: Callable[[Any], models.QuerySet], **kwargs: Any) -> None:
        self.rows = rows
        super().__init__(queryset=None, **kwargs)


class StepForm(forms.Form):
    """Base of the forms of verbs: knows who acts (`user`) and on what (`obj`, None when the verb creates).

    Fields named like fields of the record start with its values, so that nothing is typed twice. A subclass narrows
    choices in its `__init__` after calling this one.
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
            if isinstance(field, PickField | PickManyField):
                field.queryset = field.rows(user)
            if getattr(field, "empty_label", None) == DASHES:
                field.empty_label = _("请选择")
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
