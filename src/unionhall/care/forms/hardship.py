"""What is asked of a household, and of whoever gets to know it."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.care.kinds.hardship import INCOME, RIGID, Cause, Exclusion, Kin, LineKind, Paper
from unionhall.care.models import HardshipFile, Relative
from unionhall.care.rules.means import Line
from unionhall.care.selectors.hardship import committee_size, heads_of
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm, one_of
from unionhall.people.forms.fields import IdentityNumber, OnePerson, PastDay
from unionhall.people.models import Person
from unionhall.people.selectors import person_of

YUAN = {"max_digits": 12, "decimal_places": 2}
PRIVATE = {"autocomplete": "off", "data-private": ""}
CONSENT = _(
    "本人单独同意工会为认定和帮扶困难处理家庭收入、健康、子女等敏感信息：加密保存，只有工会办公室和本人能看，每次查阅都有记录；"
    "可以随时查阅、更正、撤回（个人信息保护法第十七条、第二十九条）。"
)


class CircumstancesForm(StepForm):
    """Base: what the household tells of itself."""

    cause = forms.ChoiceField(label=_("主要原因"), choices=one_of(Cause))
    circumstances = forms.CharField(label=_("家庭情况与申请理由"), min_length=10, widget=forms.Textarea)
    housing = forms.CharField(
        label=_("住房与财产"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("住房套数、面积、车辆等。"),
    )
    bank_account = forms.CharField(
        label=_("收款银行卡"), required=False, max_length=60, widget=forms.TextInput(attrs=PRIVATE)
    )
    branch_may_check = forms.BooleanField(
        label=_("同意由分工会主席初核"),
        required=False,
        help_text=_("他会看到姓名、科室、主要原因和申请理由，看不到收入、证件和病历；不同意的，由入户走访的人初核。"),
    )


class ApplyForm(CircumstancesForm):
    """The household's own request."""

    consent = forms.BooleanField(label=_("单独同意"), help_text=CONSENT)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["consented_on"] = clock.today() if cleaned.pop("consent", False) else None
        cleaned["person"] = person_of(self.user)
        if cleaned["person"] is None:
            raise forms.ValidationError(_("您的账号不在花名册上，请联系工会办公室。"))
        return cleaned


class RegisterForm(CircumstancesForm):
    """The same, written down by the office for somebody."""

    person = OnePerson(label=_("申请人"))
    consented_on = PastDay(label=_("本人签署单独同意书的日期"), help_text=_("个人信息保护法第二十九条。"))
    field_order = ("person", "consented_on")


class DescribeForm(CircumstancesForm):
    """The household's circumstances as they are now."""

    exclusions = forms.MultipleChoiceField(
        label=_("需要留意的情形"),
        choices=Exclusion,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("有这些情形的一般不予认定，请进一步核实（CARE-04）。"),
    )
    reason = forms.CharField(label=_("更新理由"), min_length=2, max_length=200)


class KinForm(StepForm):
    """One who lives with the applicant, who is in the list anyway."""

    kin = forms.ChoiceField(label=_("关系"), choices=[(one.value, one.label) for one in Kin if one != Kin.SELF])
    name = forms.CharField(label=_("姓名"), max_length=60, widget=forms.TextInput(attrs=PRIVATE))
    id_number = IdentityNumber(label=_("证件号码"), required=False, help_text=_("加密保存，用于核对一户一档。"))
    health = forms.CharField(
        label=_("健康、就业或就学状况"), max_length=200, required=False, widget=forms.TextInput(attrs=PRIVATE)
    )


class KinLineForm(StepForm):
    """Which line of the household."""

    line = PickField(
        lambda user: Relative.objects.visible_to(user),
        of="file",
        offered=lambda one: f"{one.get_kin_display()} {one.name}",
        label=_("家庭成员"),
    )


class ChangeKinForm(KinLineForm, KinForm):
    """A line as it should be; opened from the line itself, it starts with what stands there."""

    field_order = ("line", "kin", "name", "id_number", "health")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["id_number"].help_text = _("不填的，原来的号码不变。")
        line = {str(one.pk): one for one in self.fields["line"].queryset}.get(str(self.initial.get("line", "")))
        if line:
            self.initial |= {"kin": line.kin, "name": line.name, "health": line.health}


class PaperForm(StepForm):
    kind = forms.ChoiceField(label=_("材料"), choices=Paper)
    upload = forms.FileField(label=_("文件"), help_text=_("图片、PDF或Word，不超过20兆；加密保存。"))


class MeasureForm(StepForm):
    """A year of the household in amounts, one field for each kind of line; what there is not stays empty."""

    heads = forms.IntegerField(label=_("家庭人口"), max_value=30, help_text=_("连申请人在内。"))
    is_accident = forms.BooleanField(
        label=_("因突发事件、意外或重大疾病致困"),
        required=False,
        help_text=_("经赔付、救助后仍有困难的勾选（CARE-01）。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj:
            self.initial["heads"] = heads_of(self.obj)
        for kind in (*INCOME, *RIGID):
            side = _("全年收入") if kind in INCOME else _("全年刚性支出")
            self.fields[kind.value] = forms.DecimalField(
                label=kind.label, help_text=side, required=kind == LineKind.WAGES, **YUAN
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        given = {kind: cleaned.pop(kind.value, None) for kind in (*INCOME, *RIGID)}
        cleaned["lines"] = [Line(kind, Decimal(amount)) for kind, amount in given.items() if amount is not None]
        return cleaned


class HomeVisitForm(StepForm):
    """Who was at the household's home, and what they found."""

    visited_on = PastDay(label=_("走访日期"), initial=clock.today)
    first = OnePerson(label=_("走访人一"))
    second = OnePerson(label=_("走访人二"), required=False)
    third = OnePerson(label=_("走访人三"), required=False)
    found = forms.CharField(label=_("了解到的情况"), min_length=2, widget=forms.Textarea)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        visitors: list[Person] = [one for name in ("first", "second", "third") if (one := cleaned.pop(name, None))]
        cleaned["visitors"] = visitors
        return cleaned


class ConfirmationForm(StepForm):
    opinion = forms.CharField(
        label=_("初核意见"),
        min_length=2,
        max_length=300,
        widget=forms.Textarea,
        help_text=_("所述是否属实、是否了解其家庭情况。"),
    )


class VerifyForm(StepForm):
    """Why a household is to be filed although something usually speaks against it; not asked of others."""

    note = forms.CharField(label=_("核实情况和理由"), min_length=2, max_length=200, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj and self.obj.looked_twice_at:
            self.fields["note"].help_text = against(self.obj)
        else:
            del self.fields["note"]


def against(file: HardshipFile) -> str:
    """What usually keeps such a household from being filed, as a reason to look twice."""
    return gettext("登记了“%(what)s”，一般不予认定（CARE-04）。") % {"what": file.looked_twice_at}


class OpinionForm(StepForm):
    """The committee's meeting on one household, as it stands in the minutes."""

    held_on = PastDay(label=_("会议日期"), initial=clock.today)
    minutes = forms.CharField(label=_("会议纪要编号"), max_length=60)
    entitled = forms.IntegerField(label=_("应到人数"), min_value=1, max_value=200)
    present = forms.IntegerField(label=_("实到人数"), min_value=1, max_value=200)
    votes_for = forms.IntegerField(label=_("同意人数"), min_value=0, max_value=200)
    votes_against = forms.IntegerField(label=_("不同意人数"), min_value=0, max_value=200, initial=0)
    opinion = forms.CharField(label=_("审议意见"), min_length=2, max_length=300, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["entitled"] = committee_size(clock.today()) or None
        if self.obj and self.obj.looked_twice_at:
            self.fields["opinion"].help_text = against(self.obj)


class ReviewForm(StepForm):
    note = forms.CharField(label=_("复核情况"), max_length=300, required=False, widget=forms.Textarea)
