"""What is asked before members are told of a quarter."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.rules.quarters import number_of
from unionhall.funds.selectors import months
from unionhall.pages.forms import StepForm


class DisclosureForm(StepForm):
    """Which quarter, of those with closed months, and a word beside the figures."""

    quarter = forms.ChoiceField(label=gettext_lazy("季度"))
    note = forms.CharField(
        label=gettext_lazy("说明"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("向全体会员公布，不出现个人姓名。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(f"{first}", _said(first)) for first in months.quarters_to_tell()]
        self.fields["quarter"].choices = known or [("", _("没有可以公布的季度"))]

    def clean_quarter(self) -> Any:
        """A day in it."""
        return forms.DateField().clean(self.cleaned_data["quarter"])


def _said(first: date) -> str:
    return _("%(year)s年第%(quarter)s季度") % {"year": first.year, "quarter": number_of(first)}
