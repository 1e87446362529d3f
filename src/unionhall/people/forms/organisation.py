"""Forms about units, departments, bodies, terms, posts and the union's own papers."""

from typing import Any

from django import forms
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.choices import BodyKind, DepartmentKind, How, UnitKind
from unionhall.people.forms.fields import OnePerson, PastDay
from unionhall.people.forms.persons import standing_departments, standing_units
from unionhall.people.models import Profile, Seat, Term
from unionhall.rulebook.services import value

_UNIT_KINDS = [choice for choice in UnitKind.choices if choice[0] != UnitKind.UNION]


def campuses(user: Any) -> Any:
    """What a department may stand under."""
    return standing_departments(user).filter(kind=DepartmentKind.CAMPUS)


class UnitForm(StepForm):
    name = forms.CharField(label=_("名称"), max_length=60)
    parent = PickField(standing_units, label=_("上级"), required=False, help_text=_("不选则直属基层工会。"))
    document = forms.CharField(label=_("成立批文号"), max_length=80, required=False)
    began_on = PastDay(label=_("成立日期"), required=False)
    place = forms.CharField(label=_("地点"), max_length=80, required=False)


class NewUnitForm(UnitForm):
    kind = forms.ChoiceField(label=_("层级"), choices=_UNIT_KINDS)

    field_order = ["kind", "name", "parent"]


class DepartmentForm(StepForm):
    name = forms.CharField(label=_("名称"), max_length=60)
    parent = PickField(campuses, label=_("院区"), required=False)
    unit = PickField(standing_units, label=_("对应工会组织"), required=False)
    began_on = PastDay(label=_("设立日期"), required=False)


class NewDepartmentForm(DepartmentForm):
    kind = forms.ChoiceField(label=_("类别"), choices=DepartmentKind)

    field_order = ["kind", "name"]


class CloseForm(StepForm):
    ended_on = PastDay(label=_("撤销日期"))
    reason = forms.CharField(label=_("依据"), max_length=200)


class BodyForm(StepForm):
    kind = forms.ChoiceField(label=_("性质"), choices=BodyKind)
    name = forms.CharField(label=_("名称"), max_length=60)
    unit = PickField(standing_units, label=_("所属工会组织"), required=False)
    department = PickField(standing_departments, label=_("所属科室"), required=False)
    began_on = PastDay(label=_("成立日期"), required=False)


class SeatForm(StepForm):
    title = forms.CharField(label=_("职务名称"), max_length=40)
    role = forms.ChoiceField(label=_("所带权限"), choices=[("", _("不带权限")), *Role.choices], required=False)
    places = forms.IntegerField(label=_("名额"), min_value=1, max_value=200)


class TermForm(StepForm):
    number = forms.IntegerField(label=_("第几届"), min_value=1, max_value=99)
    began_on = PastDay(label=_("选举日期"), help_text=_("任期自选举之日起算。"))
    years = forms.TypedChoiceField(
        label=_("任期"),
        choices=[(3, _("三年")), (5, _("五年"))],
        coerce=int,
        initial=lambda: value("people.term_years"),
    )
    document = forms.CharField(label=_("批复文号"), max_length=80, required=False)


class ExtendForm(StepForm):
    ends_on = forms.DateField(label=_("届满日期改为"))
    extension = forms.CharField(label=_("上一级工会批准文号"), max_length=80)


class AppointForm(StepForm):
    seat = PickField(lambda user: Seat.objects.filter(body__ended_on=None).select_related("body"), label=_("职位"))
    person = OnePerson(label=_("任职人"))
    how = forms.ChoiceField(label=_("产生方式"), choices=How)
    began_on = PastDay(label=_("任职日期"))
    term = PickField(
        lambda user: Term.objects.filter(closed_on=None).select_related("body"), label=_("届期"), required=False
    )
    document = forms.CharField(
        label=_("任职文号"),
        max_length=80,
        required=False,
        help_text=_("选举结果须报上一级工会批准；没有批复文号时先记为待批复。"),
    )
    is_full_time = forms.BooleanField(label=_("专职"), required=False)


class AppointHereForm(AppointForm):
    """On the page of a body: one of its own seats, in one of its own terms."""

    seat = PickField(lambda user: Seat.objects.all(), of="body", label=_("职位"))
    term = PickField(lambda user: Term.objects.filter(closed_on=None), of="body", label=_("届期"), required=False)


class ConfirmForm(StepForm):
    document = forms.CharField(label=_("上级批复文号"), max_length=80)


class RefuseForm(StepForm):
    note = forms.CharField(label=_("上级意见"), max_length=200)


class EndForm(StepForm):
    ended_on = forms.DateField(label=_("离任日期"), help_text=_("从这一天起不再任职。"))
    note = forms.CharField(label=_("原因"), max_length=200)


class ProfileForm(StepForm):
    """The union's papers; what is already known stands in the fields."""

    credit_code = forms.CharField(label=_("统一社会信用代码"), max_length=18, required=False)
    certificate_no = forms.CharField(label=_("法人资格证号"), max_length=40, required=False)
    certified_on = PastDay(label=_("发证日期"), required=False)
    certificate_ends_on = forms.DateField(label=_("证书有效期至"), required=False)
    legal_representative = forms.CharField(label=_("法定代表人"), max_length=40, required=False)
    level = forms.CharField(label=_("医院级别"), max_length=40, required=False)
    campuses = forms.CharField(label=_("院区"), widget=forms.Textarea, required=False, help_text=_("一行一个。"))
    party_committee = forms.CharField(label=_("同级党组织"), max_length=80, required=False)
    administration = forms.CharField(label=_("同级行政"), max_length=80, required=False)
    upper_union = forms.CharField(label=_("上级工会"), max_length=80, required=False)
    pilots = forms.CharField(
        label=_("试点与示范"), widget=forms.Textarea, required=False, help_text=_("一行一项，写明文号。")
    )
    founded_on = PastDay(label=_("建会日期"), required=False)
    founding_document = forms.CharField(label=_("建会批复文号"), max_length=80, required=False)
    address = forms.CharField(label=_("地址"), max_length=120, required=False)
    phone = forms.CharField(label=_("办公电话"), max_length=40, required=False)
    account_name = forms.CharField(
        label=_("账户户名"), max_length=80, required=False, help_text=_("工会自己的银行账户，印在催缴通知书上。")
    )
    bank = forms.CharField(label=_("开户银行"), max_length=80, required=False)
    account_no = forms.CharField(label=_("银行账号"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        known = Profile.objects.first()
        super().__init__(*args, **kwargs | {"initial": model_to_dict(known) if known else {}})
