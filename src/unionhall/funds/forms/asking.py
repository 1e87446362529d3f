"""Asking for money for a record: the modules above offer it on the record's own page."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.forms.payees import DayToCome, PayeesField
from unionhall.pages.forms import StepForm


class AskForm(StepForm):
    """What it is for and whom it pays, to persons and to suppliers, in money and in goods; cleaned to `payees`.

    A module whose record knows more leaves a field out by `goods = None`.
    """

    text = forms.CharField(
        label=gettext_lazy("用途说明"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=gettext_lazy("什么活动或事项、什么时候、用在哪里；随凭证存档。"),
    )
    cash = PayeesField(
        label=gettext_lazy("付款名单"),
        help_text=gettext_lazy("每行一个：职工的工号（或姓名）、单位名称，空格，金额（元），空格，说明。"),
    )
    goods = PayeesField(
        goods=True,
        label=gettext_lazy("发放物品名单"),
        help_text=gettext_lazy("每行一个：工号（或姓名），空格，物品价值（元），空格，物品名称。"),
    )
    needed_on = DayToCome(label=gettext_lazy("用款日期"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        payees = [*cleaned.pop("cash", []), *cleaned.pop("goods", [])]
        if not payees and not {"cash", "goods"} & self.errors.keys():
            self.add_error("cash", _("请写明付给谁、多少钱。"))
        return cleaned | {"payees": payees}
