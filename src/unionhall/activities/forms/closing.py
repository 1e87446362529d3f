"""Prizes, hours, certificates, and the end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from unionhall.activities.forms.fields import YUAN, PeopleField
from unionhall.activities.forms.items import OfItemForm
from unionhall.activities.selectors import paid_for
from unionhall.pages.forms import StepForm


class StockForm(StepForm):
    name = forms.CharField(label=gettext_lazy("奖品"), max_length=40)
    stock = forms.IntegerField(label=gettext_lazy("入库数量"), min_value=1, max_value=1_000_000)
    unit_price = forms.DecimalField(label=gettext_lazy("单价（元）"), **YUAN)
    is_keepsake = forms.BooleanField(
        label=gettext_lazy("纪念品"), required=False, help_text=gettext_lazy("纪念品人人有份，不计入奖励面。")
    )


class OfPrizeForm(StepForm):
    """Base of what gives out one of the activity's prizes."""

    prize = forms.ModelChoiceField(label=gettext_lazy("奖品"), queryset=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["prize"].queryset = self.obj.prizes.all()


class AwardForm(OfPrizeForm, OfItemForm):
    first = forms.IntegerField(label=gettext_lazy("从第几名"), min_value=1, max_value=999, initial=1)
    last = forms.IntegerField(label=gettext_lazy("到第几名"), min_value=1, max_value=999, initial=3)
    quantity = forms.IntegerField(label=gettext_lazy("每人数量"), min_value=1, max_value=10_000, initial=1)
    name = forms.CharField(label=gettext_lazy("奖项"), max_length=30, required=False)


class IssueForm(OfPrizeForm):
    people = PeopleField(
        label=gettext_lazy("领奖人工号"),
        help_text=gettext_lazy("一行一个，或用逗号、空格隔开；也可以从表格里整列粘贴。"),
    )
    quantity = forms.IntegerField(label=gettext_lazy("每人数量"), min_value=1, max_value=10_000, initial=1)
    award = forms.CharField(label=gettext_lazy("奖项"), max_length=30, required=False)


class TrainingForm(StepForm):
    topic = forms.CharField(label=gettext_lazy("培训内容"), max_length=60)
    hours = forms.DecimalField(label=gettext_lazy("学时"), min_value=0, max_digits=5, decimal_places=1)
    lecturer = forms.CharField(label=gettext_lazy("授课人"), max_length=60)


class CertificatesForm(StepForm):
    issued_on = forms.DateField(label=gettext_lazy("发证日期"))


class FinishForm(StepForm):
    summary = forms.CharField(
        label=gettext_lazy("活动小结"),
        min_length=10,
        widget=forms.Textarea,
        help_text=gettext_lazy("500字以内（ACT-05）。"),
    )
    cost = forms.DecimalField(label=gettext_lazy("决算（元）"), **YUAN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj is not None and self.initial.get("cost") is None:
            self.initial["cost"] = paid_for(self.obj) or None
