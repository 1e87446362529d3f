"""Asking for an activity's money."""

from django import forms
from django.utils.translation import gettext_lazy

from unionhall.funds.forms.asking import AskForm


class CostForm(AskForm):
    """The same with a word on why more is needed than the activity's own budget has."""

    why_beyond = forms.CharField(
        label=gettext_lazy("超出活动预算的理由"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("不超出的不填；超出的由上一级审批。"),
    )
