"""Which days a report is about or leave the book, and for which program."""

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

YEARS = range(1950, 2201)


class SpanForm(forms.Form):
    """The days a report is about, both inclusive."""

    first = forms.DateField(label=gettext_lazy("自"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=gettext_lazy("至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in ("first", "last"):
            if name in cleaned and cleaned[name].year not in YEARS:
                self.add_error(name, _("年份不对，请核对。"))
        if "first" in cleaned and "last" in cleaned and cleaned["last"] < cleaned["first"]:
            self.add_error("last", _("止日早于起日。"))
        return cleaned


class Layout(models.TextChoices):
    FINANCE = "finance", gettext_lazy("凭证（Excel，供财务软件导入）")
    PLAIN = "plain", gettext_lazy("纯文本账（Beancount）")


class ExportForm(SpanForm):
    layout = forms.ChoiceField(label=gettext_lazy("格式"), choices=Layout.choices)
