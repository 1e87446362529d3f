"""What an audit and its findings ask."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.models import Voucher
from unionhall.funds.selectors import ledger
from unionhall.pages.forms import StepForm


class AuditForm(StepForm):
    title = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=AuditKind.choices)
    first_on = forms.DateField(label=gettext_lazy("审查期间起"))
    last_on = forms.DateField(label=gettext_lazy("审查期间止"))


class FindingForm(StepForm):
    title = forms.CharField(label=gettext_lazy("问题"), max_length=80)
    text = forms.CharField(label=gettext_lazy("情况"), widget=forms.Textarea)
    clause = forms.CharField(label=gettext_lazy("依据"), max_length=120)
    due_on = forms.DateField(label=gettext_lazy("整改期限"))
    voucher = forms.CharField(
        label=gettext_lazy("涉及凭证"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("年月和凭证号，例如 2023-05 付-012。"),
    )

    def _known(self) -> dict[str, Any]:
        return {}

    def clean_voucher(self) -> Voucher | None:
        """The voucher of that number."""
        text = self.cleaned_data["voucher"].strip()
        if not text:
            return None
        found = ledger.named(text)
        if found is None:
            raise ValidationError(_("没有找到凭证“%(text)s”。") % {"text": text})
        if self.obj and not self.obj.first_on <= found.on <= self.obj.last_on:
            raise ValidationError(_("凭证“%(text)s”不在审查期间内，请核对。") % {"text": text})
        return found


class OpinionForm(StepForm):
    opinion = forms.CharField(label=gettext_lazy("审查意见"), widget=forms.Textarea)


class MeasureForm(StepForm):
    measure = forms.CharField(label=gettext_lazy("整改情况"), widget=forms.Textarea)
