"""Asking for an activity's money."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.forms.payees import DayToCome, PayeesField
from unionhall.pages.forms import StepForm


class AskFundsForm(StepForm):
    text = forms.CharField(label=gettext_lazy("用途说明"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000)
    cash = PayeesField(
        label=gettext_lazy("付款名单"),
        help_text=gettext_lazy("每行一个：单位名称或工号，空格，金额（元），空格，说明。"),
    )
    goods = PayeesField(
        goods=True,
        label=gettext_lazy("发放物品名单"),
        help_text=gettext_lazy("每行一个：工号，空格，物品价值（元），空格，物品名称。"),
    )
    needed_on = DayToCome(label=gettext_lazy("用款日期"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        payees = [*cleaned.pop("cash", []), *cleaned.pop("goods", [])]
        if not payees and not {"cash", "goods"} & self.errors.keys():
            self.add_error("cash", _("请写明付给谁、多少钱。"))
        return cleaned | {"payees": payees}
