"""What a department enters about its share, and what its leader says to the reply."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.pages.forms import StepForm
from unionhall.people.forms.fields import PastDay
from unionhall.proposals.kinds import ReplyClass


class OpinionForm(StepForm):
    opinion = forms.CharField(label=_("协办意见"), min_length=2, widget=forms.Textarea(attrs={"rows": 6}))


class ExtensionForm(StepForm):
    until = forms.DateField(label=_("延长至"))
    reason = forms.CharField(label=_("理由"), min_length=2, widget=forms.Textarea(attrs={"rows": 3}))


class RefuseExtensionForm(StepForm):
    answer = forms.CharField(label=_("理由"), min_length=2, max_length=200)


class WorkForm(StepForm):
    text = forms.CharField(label=_("办理情况"), min_length=2, widget=forms.Textarea(attrs={"rows": 4}))
    met_on = PastDay(label=_("与提案人沟通日期"), required=False)


class ReplyForm(StepForm):
    """The reply of the round running; what was drafted stands in it (PRO-14, PRO-15)."""

    reply_class = forms.ChoiceField(label=_("答复类别"), choices=ReplyClass, widget=forms.RadioSelect)
    text = forms.CharField(label=_("答复意见"), min_length=10, widget=forms.Textarea(attrs={"rows": 10}))
    promised_on = forms.DateField(label=_("承诺落实日期"), required=False, help_text=_("B类、C类须写明（PRO-14）。"))
    reason = forms.CharField(
        label=_("暂不能解决的原因"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("D类须说明（PRO-14）。"),
    )
    met_on = PastDay(label=_("与提案人沟通日期"), required=False)

    def _known(self) -> dict[str, Any]:
        reply = self.obj.proposal.current_reply() if self.obj else None
        return {name: getattr(reply, name) for name in self.base_fields} if reply else {}


class RemarkForm(StepForm):
    remark = forms.CharField(label=_("批示"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=500)

    def _known(self) -> dict[str, Any]:
        """Nothing: an earlier remark was on an earlier draft."""
        return {}


class SendBackForm(RemarkForm):
    remark = forms.CharField(
        label=_("修改意见"), min_length=2, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
