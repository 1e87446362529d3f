"""What the verbs of dues and contributions ask."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.kinds.ledger import Way
from unionhall.funds.services import reserving
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.pages.forms import StepForm
from unionhall.pages.imports import clean

YUAN = {"min_value": 0, "max_digits": 12, "decimal_places": 2}


class MonthInput(forms.TextInput):
    input_type = "month"


class MonthField(forms.Field):
    """A month, or any of its days, cleaned to its first day."""

    widget = MonthInput

    def to_python(self, value: Any) -> date | None:
        if not value:
            return None
        try:
            return clean.month(str(value))
        except clean.Bad as bad:
            raise ValidationError(_("%(why)s。") % {"why": bad}) from None


class PayForm(StepForm):
    """When and how what a member still owed came in."""

    on = forms.DateField(label=gettext_lazy("到账日期"), initial=clock.today)
    way = forms.ChoiceField(
        label=gettext_lazy("收款方式"), choices=[(way.value, way.label) for way in (Way.TRANSFER, Way.CASH)]
    )


class CollectForm(PayForm):
    """The same for all of a month."""

    month = MonthField(label=gettext_lazy("会费月份"))
    field_order = ("month",)


class DeclareForm(StepForm):
    month = MonthField(label=gettext_lazy("月份"))
    wages = forms.DecimalField(label=gettext_lazy("工资总额（元）"), **YUAN)


class ReceiveForm(StepForm):
    amount = forms.DecimalField(label=gettext_lazy("到账金额（元）"), **(YUAN | {"min_value": 0}))
    on = forms.DateField(label=gettext_lazy("到账日期"), initial=clock.today)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj is not None:
            self.initial.setdefault("amount", self.obj.owed)


class RemitForm(StepForm):
    """To whom, and how much of what is owed."""

    to = forms.CharField(label=gettext_lazy("收款的上级工会"), max_length=80)
    amount = forms.DecimalField(
        label=gettext_lazy("上解金额（元）"), min_value=Decimal("0.01"), max_digits=12, decimal_places=2
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owed = self.initial["amount"]
        self.fields["amount"].help_text = _("应上解的经费现有%(owed)s元（FIN-05）。") % {"owed": shown(owed)}

    def _known(self) -> dict[str, Any]:
        return {"amount": reserving.owed_upward()}
