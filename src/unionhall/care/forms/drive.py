"""What is asked about a drive and about what comes into it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.drive import Goal, Remainder, Way
from unionhall.care.models import DrivePayment, Gift
from unionhall.care.rules.drive import transfer_problem
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.forms.fields import OnePerson, PastDay

YUAN = {"max_digits": 12, "decimal_places": 2}


class DriveForm(StepForm):
    """The request for help, and the rules it is collected under."""

    title = forms.CharField(label=_("名称"), min_length=2, max_length=60, help_text=_("不写病名，如“爱心互助募捐”。"))
    beneficiary = OnePerson(label=_("受助人"), required=False)
    is_named = forms.BooleanField(
        label=_("受助人单独同意公开姓名"), required=False, help_text=_("没有同意的，公开页面只显示姓氏。")
    )
    cause = forms.CharField(
        label=_("事由"), min_length=2, max_length=200, help_text=_("全院可见，不写病名（个人信息保护法第二十五条）。")
    )
    circumstances = forms.CharField(
        label=_("求助情况"), required=False, widget=forms.Textarea, help_text=_("核实到的情况，加密保存，不公开。")
    )
    consent_on = PastDay(
        label=_("受助人授权日期"), required=False, help_text=_("填写即表示已收到书面授权并核实求助情况；发布前必填。")
    )
    opens_on = forms.DateField(label=_("开始日期"))
    closes_on = forms.DateField(label=_("截止日期"))
    goal = forms.DecimalField(label=_("目标（元）"), required=False, help_text=_("可以不设。"), **YUAN)
    remainder = forms.ChoiceField(
        label=_("结余处理"), choices=Remainder, help_text=_("发布后不能更改；改变用途须征得捐款人同意。")
    )
    how = forms.CharField(
        label=_("捐款方式"), max_length=200, required=False, help_text=_("收款地点、时间和工会账户。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj and self.obj.beneficiary:
            self.initial["beneficiary"] = self.obj.beneficiary.staff_no


class DonorForm(StepForm):
    """Base: who gives. Both may stay empty, since anybody may give without a name."""

    donor = OnePerson(label=_("捐款人"), required=False, help_text=_("本院职工填工号或姓名；不愿留名的不填。"))
    donor_name = forms.CharField(
        label=_("不在花名册的捐款人"), max_length=60, required=False, help_text=_("如科室集体、退休职工家属。")
    )
    is_anonymous = forms.BooleanField(
        label=_("匿名"), required=False, initial=True, help_text=_("默认匿名；本人愿意公开姓名的去掉勾选。")
    )


class GiftForm(DonorForm):
    """One donation at the desk."""

    amount = forms.DecimalField(label=_("金额（元）"), help_text=_("捐多捐少自愿，不设最低额。"), **YUAN)
    way = forms.ChoiceField(label=_("方式"), choices=Way)
    counted_by = OnePerson(label=_("清点人"), required=False, help_text=_("收现金时必填：收款人以外的另一位同事。"))
    bank_no = forms.CharField(label=_("银行流水号"), max_length=40, required=False, help_text=_("转账填写。"))
    is_unmatched = forms.BooleanField(
        label=_("转账还没有流水号，待与银行对账"),
        required=False,
        help_text=_("勾选后在明细里标出，导入银行流水时提示。"),
    )
    given_on = PastDay(label=_("捐款日期"), initial=clock.today)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        way, bank_no, unmatched = (cleaned.get(name, "") for name in ("way", "bank_no", "is_unmatched"))
        if problem := transfer_problem(way, bank_no, is_unmatched=unmatched):
            self.add_error("bank_no", problem)
        return cleaned


class GoodsForm(DonorForm):
    """Things given."""

    name = forms.CharField(label=_("物品"), max_length=60)
    pieces = forms.IntegerField(label=_("件数"), min_value=1, max_value=100_000)
    worth = forms.DecimalField(
        label=_("合计价值（元）"), help_text=_("按凭据或市价，几件的合计；估不出的填名义金额1元。"), **YUAN
    )
    given_on = PastDay(label=_("捐赠日期"), initial=clock.today)


class ReverseForm(StepForm):
    """Which donation was a mistake, and why."""

    gift = PickField(lambda user: Gift.objects.visible_to(user).standing(), of="drive", label=_("收据编号"))
    reason = forms.CharField(label=_("理由"), min_length=2, max_length=200)


class PaymentForm(StepForm):
    """How much is asked for out of the drive."""

    amount = forms.DecimalField(label=_("金额（元）"), min_value=0, **YUAN)
    goal = forms.ChoiceField(label=_("用途"), choices=Goal)
    note = forms.CharField(label=_("说明"), max_length=200, required=False, help_text=_("不写病名。"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj:
            self.initial.setdefault("amount", self.obj.balance)
            if self.obj.remainder == Remainder.FUND:  # goes into the fund without a payment
                self.fields["goal"].choices = [(Goal.AID.value, Goal.AID.label)]


class SignPaymentForm(StepForm):
    """Which payment was signed for."""

    payment = PickField(
        lambda user: DrivePayment.objects.visible_to(user).paid().filter(signed_on=None), of="drive", label=_("支付")
    )


class HandForm(StepForm):
    """When, who went along, who signed."""

    handed_on = PastDay(label=_("交付日期"), initial=clock.today)
    witness = OnePerson(label=_("同去的人"))
    signed_by = forms.CharField(label=_("签收人"), max_length=60, help_text=_("受助人本人；代收的写姓名和关系。"))


class SettleForm(StepForm):
    audit_opinion = forms.CharField(label=_("经审意见"), max_length=200, required=False)
