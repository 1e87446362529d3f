"""Forms of the steps of a membership."""

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.pages.forms import StepForm
from unionhall.people.choices import RetainReason
from unionhall.people.forms.fields import OnePerson, PastDay


class ApplicationForm(StepForm):
    """What a member writes; everything else the union knows already."""

    application = forms.CharField(
        label=_("入会申请"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=1000,
        initial=_("我自愿加入工会，承认《中国工会章程》，执行工会决议，积极参加工会活动，按时缴纳会费。"),
    )
    agreed = forms.BooleanField(
        label=_("我已阅读个人信息处理说明，同意工会为办理会籍使用以上信息"),
        error_messages={"required": _("请先阅读并同意个人信息处理说明（个人信息保护法第十七条）。")},
    )

    def clean(self) -> dict:
        return {name: value for name, value in super().clean().items() if name != "agreed"}


class ApplyForForm(StepForm):
    person = OnePerson(label=_("职工"))
    application = forms.CharField(
        label=_("入会申请"),
        widget=forms.Textarea,
        max_length=1000,
        help_text=_("书面或口头申请由办公室登记，写明何时提出。"),
    )


class TransferInForm(StepForm):
    person = OnePerson(label=_("职工"))
    joined_on = PastDay(label=_("转入日期"))
    came_from = forms.CharField(label=_("原工会"), max_length=80)
    card_no = forms.CharField(label=_("会员证号"), max_length=32, required=False, help_text=_("留空则自动编号。"))


class NoteForm(StepForm):
    note = forms.CharField(label=_("意见"), max_length=200, required=False)


class ReasonForm(StepForm):
    note = forms.CharField(label=_("理由"), widget=forms.Textarea, min_length=2, max_length=500)


class ApproveForm(StepForm):
    joined_on = PastDay(label=_("入会日期"))
    card_no = forms.CharField(label=_("会员证号"), max_length=32, required=False, help_text=_("留空则自动编号。"))
    note = forms.CharField(label=_("审批意见"), max_length=200, required=False)


class RetainForm(StepForm):
    reason = forms.ChoiceField(label=_("原因"), choices=RetainReason)
    retained_on = PastDay(label=_("自"))
    note = forms.CharField(label=_("说明"), max_length=200, required=False)


class TransferOutForm(StepForm):
    ended_on = PastDay(label=_("转出日期"))
    went_to = forms.CharField(label=_("转往"), max_length=80)
    note = forms.CharField(label=_("说明"), max_length=200, required=False)


class WithdrawForm(StepForm):
    ended_on = PastDay(label=_("退会日期"))
    note = forms.CharField(label=_("本人何时、以何种方式提出"), max_length=200)


class AutoWithdrawForm(StepForm):
    ended_on = PastDay(label=_("宣布日期"))
    months_unpaid = forms.IntegerField(label=_("连续不缴会费的月数"), min_value=0, max_value=600)
    admonished = forms.CharField(
        label=_("教育记录"), widget=forms.Textarea, max_length=500, help_text=_("何时、由谁谈话，本人态度。")
    )


class ExpelForm(StepForm):
    ended_on = PastDay(label=_("委员会决定日期"))
    ground = forms.CharField(label=_("刑事处分依据"), max_length=200, help_text=_("判决书文号。"))
    group_opinion = forms.CharField(label=_("小组讨论意见"), widget=forms.Textarea, max_length=500)
    filed_on = PastDay(label=_("报上一级备案日期"))
    filing_no = forms.CharField(label=_("备案文号"), max_length=80)


class DieForm(StepForm):
    ended_on = PastDay(label=_("去世日期"))


class ReinstateForm(StepForm):
    joined_on = PastDay(label=_("恢复日期"))
    note = forms.CharField(label=_("理由"), max_length=200)


class DuesForm(StepForm):
    dues_base = forms.DecimalField(label=_("会费基数（元）"), min_value=0, max_digits=10, decimal_places=2)
    dues_from = forms.DateField(label=_("自哪个月起缴"))
