"""What a member asks of their own cover."""

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.hardship import Kin
from unionhall.kernel import clock
from unionhall.pages.forms import StepForm
from unionhall.people.forms.fields import PastDay


class OwnClaimForm(StepForm):
    """What happened to whom, and how much is asked for it."""

    happened_on = PastDay(label=_("发生日期"), initial=clock.today)
    for_whom = forms.ChoiceField(label=_("关系"), choices=Kin)
    asked = forms.DecimalField(
        label=_("申请金额（元）"), max_digits=12, decimal_places=2, help_text=_("按结算单上自付的部分填写。")
    )
    text = forms.CharField(label=_("情况说明"), min_length=2, widget=forms.Textarea, help_text=_("加密保存。"))
