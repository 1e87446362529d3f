"""Forms about one person on the roster."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.pages.forms import PickField, StepForm
from unionhall.people.choices import CorrectionField, Employment, PostClass, RelationKind, Sex
from unionhall.people.forms.fields import IdentityNumber, PastDay, Phone, StaffNumber
from unionhall.people.models import Department, Unit

_EMPLOYMENTS = [choice for choice in Employment.choices if choice[0] != Employment.EXTERNAL]


def standing_departments(user: Any) -> Any:
    """Departments that have not been closed."""
    return Department.objects.visible_to(user).filter(ended_on=None)


def standing_units(user: Any) -> Any:
    """Units that have not been closed."""
    return Unit.objects.visible_to(user).filter(ended_on=None).select_related("parent")


class FactsForm(StepForm):
    """What the roster says of somebody, secrets and places apart."""

    name = forms.CharField(label=_("姓名"), max_length=60)
    sex = forms.ChoiceField(label=_("性别"), choices=Sex)
    birth_on = PastDay(label=_("出生日期"), required=False)
    employment = forms.ChoiceField(label=_("用工性质"), choices=_EMPLOYMENTS)
    post_class = forms.ChoiceField(label=_("岗位类别"), choices=[("", "—"), *PostClass.choices], required=False)
    is_front_line = forms.BooleanField(label=_("一线职工"), required=False)
    position = forms.CharField(label=_("职务"), max_length=60, required=False)
    professional_title = forms.CharField(label=_("职称"), max_length=60, required=False)
    ethnicity = forms.CharField(label=_("民族"), max_length=20, required=False)
    native_place = forms.CharField(label=_("籍贯"), max_length=60, required=False)
    politics = forms.CharField(label=_("政治面貌"), max_length=20, required=False)
    education = forms.CharField(label=_("学历"), max_length=20, required=False)
    worked_since = PastDay(label=_("参加工作日期"), required=False)
    joined_on = PastDay(label=_("来院日期"), required=False)


class TakeOnForm(FactsForm):
    """Somebody new, or somebody from outside to whom a post is to be given: a counsellor, the upper union's viewer."""

    employment = forms.ChoiceField(label=_("用工性质"), choices=Employment)
    staff_no = StaffNumber(label=_("工号"))
    id_number = IdentityNumber(label=_("身份证号"), required=False)
    department = PickField(
        standing_departments, label=_("科室"), required=False, help_text=_("院外人员不填，其他人都要填。")
    )
    unit = PickField(
        standing_units, label=_("分工会、小组"), required=False, help_text=_("不选时按科室对应的工会组织。")
    )

    field_order = ["staff_no", "name", "sex", "id_number", "birth_on", "employment", "department", "unit"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("employment") != Employment.EXTERNAL and not cleaned.get("department"):
            self.add_error("department", _("请选科室。"))
        return cleaned


class FirstClerkForm(StepForm):
    staff_no = StaffNumber(label=_("工号"), help_text=_("与人事部门花名册上的一致。"))
    name = forms.CharField(label=_("姓名"), max_length=60)
    employment = forms.ChoiceField(label=_("用工性质"), choices=_EMPLOYMENTS)


class EditForm(FactsForm):
    retired_on = forms.DateField(label=_("退休日期"), required=False)
    resume = forms.CharField(label=_("个人简历"), widget=forms.Textarea, required=False)
    note = forms.CharField(label=_("备注"), max_length=200, required=False)
    reason = forms.CharField(label=_("修改原因"), max_length=200)


class SecretsForm(StepForm):
    """Identity number and phone; what is left empty stays as it is."""

    id_number = IdentityNumber(label=_("身份证号"), required=False, help_text=_("留空则不改。"))
    phone = Phone(label=_("手机号码"), required=False, help_text=_("留空则不改。"))
    reason = forms.CharField(label=_("修改原因"), max_length=200)

    def clean(self) -> dict[str, Any]:
        filled = {name: value for name, value in super().clean().items() if value}
        if not filled.keys() & {"id_number", "phone"}:
            raise forms.ValidationError(_("请至少填写一项。"))
        return filled


class MoveForm(StepForm):
    department = PickField(standing_departments, label=_("调往科室"))
    unit = PickField(
        standing_units, label=_("分工会、小组"), required=False, help_text=_("不选时按科室对应的工会组织。")
    )
    moved_on = PastDay(label=_("调动日期"))
    reason = forms.CharField(label=_("说明"), max_length=200, required=False)


class LeaveForm(StepForm):
    left_on = PastDay(label=_("离院日期"), help_text=_("从这一天起不再是本院职工。"))
    reason = forms.CharField(label=_("去向或原因"), max_length=200)


class ComeBackForm(StepForm):
    returned_on = PastDay(label=_("回院日期"))
    reason = forms.CharField(label=_("说明"), max_length=200, required=False)


class ContactForm(StepForm):
    """What members put right themselves."""

    phone = Phone(label=_("手机号码"))
    address = forms.CharField(
        label=_("通信地址"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "street-address", "data-private": ""}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        person = kwargs["obj"]
        super().__init__(*args, initial={"phone": person.phone, "address": person.address}, **kwargs)


class CorrectionForm(StepForm):
    field = forms.ChoiceField(label=_("哪一项不对"), choices=CorrectionField)
    should_be = forms.CharField(label=_("应为"), max_length=200, widget=forms.TextInput(attrs={"data-private": ""}))
    explanation = forms.CharField(label=_("说明"), widget=forms.Textarea, max_length=500, required=False)


class ReplyForm(StepForm):
    reply = forms.CharField(label=_("答复"), widget=forms.Textarea, max_length=500)


class SettleForm(StepForm):
    reply = forms.CharField(
        label=_("答复"),
        widget=forms.Textarea,
        max_length=500,
        required=False,
        help_text=_("请先在花名册上改好，再登记已更正。"),
    )


class RelationForm(StepForm):
    kind = forms.ChoiceField(label=_("关系"), choices=RelationKind)
    name = forms.CharField(label=_("姓名"), max_length=60, widget=forms.TextInput(attrs={"data-private": ""}))
    birth_on = PastDay(label=_("出生日期"), required=False)
    employer = forms.CharField(label=_("工作单位"), max_length=80, required=False)
    consented_on = PastDay(label=_("监护人同意日期"), required=False, help_text=_("登记子女时必填。"))
