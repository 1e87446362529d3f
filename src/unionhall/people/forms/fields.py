"""Fields that know what people type: staff numbers, identity numbers, telephone numbers, days that have been."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.values import day
from unionhall.people.models import Person
from unionhall.people.rules.identity import fault_of_number
from unionhall.people.rules.numbers import padded


class OnePerson(forms.CharField):
    """Somebody on the roster, typed as staff number (`00012` or just `12`) or as a name only one person has.

    Who has left is named as such; `with_left` takes them too, for what is written down of a day before.
    """

    def __init__(self, *, with_left: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("工号，或没有重名的姓名。"))
        self.with_left = with_left
        super().__init__(max_length=60, **kwargs)

    def clean(self, value: Any) -> Person | None:
        text = squeezed(super().clean(value))
        if not text:
            return None
        known = Person.objects.filter(Q(staff_no=text) | Q(staff_no=_as_numbered(text)) | Q(name=text))
        known = known.select_related("department", "unit__parent").order_by(F("left_on").desc(nulls_first=True))[:3]
        found = [one for one in known if one.left_on is None] or list(known)
        if len(found) > 1:
            raise ValidationError(_("花名册上有不止一位“%(text)s”，请填工号。") % {"text": text})
        if not found:
            raise ValidationError(_("花名册上没有“%(text)s”。") % {"text": text})
        if found[0].left_on and not self.with_left:
            words = _("%(name)s已于%(day)s离院，不再是本会在院职工，不能在这里办理（会籍随工作关系转移，MEM-03）。")
            raise ValidationError(words % {"name": found[0].name, "day": day(found[0].left_on)})
        return found[0]


def _as_numbered(text: str) -> str:
    """A staff number with the leading zeros the roster's numbers have."""
    first = Person.objects.filter(staff_no__startswith="0").values_list("staff_no", flat=True).first()
    return padded(text, len(first)) if first else text


def not_in_future(day: date) -> None:
    """A day somebody was born, came or left has been."""
    if day > clock.today():
        raise ValidationError(_("日期在今天以后。"))
    if day.year < 1900:
        raise ValidationError(_("日期早于1900年。"))


class PastDay(forms.DateField):
    """A day up to today."""

    default_validators = [not_in_future]


class StaffNumber(forms.CharField):
    """A staff number without odd spaces or full-width digits."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=32, **kwargs)

    def to_python(self, value: Any) -> str:
        return squeezed(super().to_python(value))


class IdentityNumber(forms.CharField):
    """An identity number with the right check digit, or another paper's number."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=24, widget=forms.TextInput(attrs={"autocomplete": "off", "data-private": ""}), **kwargs
        )

    def to_python(self, value: Any) -> str:
        return squeezed(super().to_python(value)).upper()

    def validate(self, value: str) -> None:
        super().validate(value)
        fault = fault_of_number(value) if value else None
        if fault:
            raise ValidationError(fault)


class Phone(forms.CharField):
    """A telephone number, digits and hyphens."""

    default_validators = [forms.fields.validators.RegexValidator(r"^\+?[\d-]{6,19}$")]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=20,
            widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel", "data-private": ""}),
            **kwargs,
        )

    def to_python(self, value: Any) -> str:
        return squeezed(super().to_python(value))
