"""What the steps of a purse ask."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Fund
from unionhall.pages.forms import PickField, StepForm


class PurseForm(StepForm):
    """A restricted purse opened by the office itself; a collection opens its own."""

    title = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    kind = forms.ChoiceField(
        label=gettext_lazy("资金来源"),
        choices=[("", gettext_lazy("请选择")), *((kind, kind.label) for kind in FundKind if kind != FundKind.DRIVE)],
        help_text=gettext_lazy("职工互助金选“工会经费”；募捐的资金在发布募捐时自动开立。"),
    )
    remainder_rule = forms.CharField(label=gettext_lazy("结余处理办法"), max_length=200, required=False)


class PassOnForm(StepForm):
    """Where the remainder goes, and how that follows from what was said at the start."""

    to = PickField(
        lambda user: Fund.objects.visible_to(user),
        label=pgettext_lazy("funds", "转入"),
        help_text=gettext_lazy("为此开立的专项资金，例如职工互助金；还没有的，先在“专项资金”里开立。"),
    )
    reason = forms.CharField(label=gettext_lazy("依据"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = self.fields["to"].queryset.for_remainder_of(self.obj)
