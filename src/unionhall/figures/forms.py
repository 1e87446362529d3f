"""The period a reader asks for."""

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.figures.scope import Scope


class PeriodForm(forms.Form):
    """First and last day; the page's address carries them as `from` and `to`."""

    first = forms.DateField(label=_("自"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=_("至"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    words = forms.CharField(label=_("名称"), required=False, max_length=40)

    def add_prefix(self, field_name: str) -> str:
        """The names in the address: `from`, `to`, `q`."""
        return {"first": "from", "last": "to", "words": "q"}.get(field_name, field_name)

    def clean(self) -> dict:
        """A period ends when it starts, or later."""
        cleaned = super().clean()
        if cleaned.get("first") and cleaned.get("last") and cleaned["last"] < cleaned["first"]:
            self.add_error("last", _("最后一天早于第一天。"))
        return cleaned


def year_of(day: date) -> dict[str, str]:
    """The calendar year of a day, as the address has it."""
    return {"from": f"{day.year}-01-01", "to": f"{day.year}-12-31"}


def scope_from(union: object, form: PeriodForm) -> Scope | None:
    """The scope a form asks for; None when it is not valid."""
    return Scope(union, form.cleaned_data["first"], form.cleaned_data["last"]) if form.is_valid() else None
