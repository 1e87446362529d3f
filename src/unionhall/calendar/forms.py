"""What is asked when a year's official days are entered."""

from django import forms
from django.utils.translation import gettext_lazy as _


class YearForm(forms.Form):
    """The notice and its days, one stretch a line."""

    source = forms.CharField(label=_("依据"), max_length=120, help_text=_("放假通知的名称和文号"))
    text = forms.CharField(
        label=_("放假和调休上班的日期"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("每行一段，如：2月5日至11日 休 春节；2月14日 班 春节"),
    )
