"""What is told of an event, and what is asked when it is checked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.care.forms.visits import CLOSEST
from unionhall.care.kinds.words import TOLD, Relation
from unionhall.kernel import clock
from unionhall.pages.forms import StepForm, one_of
from unionhall.people.forms.fields import OnePerson, PastDay


class TellForm(StepForm):
    """Something happened: to oneself, or to a colleague."""

    person = OnePerson(
        with_left=True,
        label=_("哪位职工"),
        required=False,
        help_text=_("不填就是本人；替同事告诉工会的，填工号或姓名。"),
    )
    kind = forms.ChoiceField(label=_("什么事"), choices=one_of(TOLD))
    relation = forms.ChoiceField(label=_("关系人"), choices=Relation)
    happened_on = PastDay(label=_("发生日期"))
    words = forms.CharField(
        label=_("情况说明"),
        help_text=_("替同事告诉的请写几句；加密保存，只有前去走访的人可以看，查看会留下记录。"),
        **CLOSEST,
    )
    place = forms.CharField(label=_("地点"), required=False, max_length=60, help_text=_("例如病区、住址；加密保存。"))
    is_serious = forms.BooleanField(label=_("重大疾病或特别困难"), required=False)
    separate = forms.BooleanField(
        label=_("另一件事"), required=False, help_text=_("一周内已登记过同类事项、但不是同一件事时勾选。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("happened_on", clock.today())


class RegisterForm(TellForm):
    """The same at the desk, where it is always about somebody."""

    person = OnePerson(with_left=True, label=_("哪位职工"))
    field_order = ("person",)


class ConfirmForm(StepForm):
    is_serious = forms.BooleanField(label=_("重大疾病或特别困难"), required=False)
    separate = forms.BooleanField(
        label=_("另一件事"), required=False, help_text=_("一周内已登记过同类事项、但不是同一件事时勾选。")
    )
