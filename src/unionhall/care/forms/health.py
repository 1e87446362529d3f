"""What is asked about health checks and recuperation."""

from typing import Any

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from unionhall.care.forms.people import PeopleWithWords, SomePeople
from unionhall.care.kinds.health import Whom
from unionhall.care.models import CheckDay
from unionhall.care.selectors.rest import in_words, put_forward
from unionhall.funds.forms.asking import AskForm
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, PickManyField, ReasonForm, StepForm
from unionhall.pages.values import day
from unionhall.people.forms.fields import PastDay


def with_places(one: CheckDay) -> str:
    """The day, and how many can still come on it."""
    return gettext("%(day)s（余%(left)s）") % {"day": day(one.day), "left": one.left}


class RoundForm(StepForm):
    title = forms.CharField(label=_("名称"), min_length=2, max_length=60)
    whom = forms.ChoiceField(label=pgettext_lazy("care", "对象"), choices=Whom)
    place = forms.CharField(label=_("体检地点"), max_length=60)
    listed_on = PastDay(label=_("名单基准日"), initial=clock.today, help_text=_("这一天在册的人列入名单。"))
    begins_on = forms.DateField(label=_("开始日期"))
    ends_on = forms.DateField(label=_("结束日期"))


class DayForm(StepForm):
    day = forms.DateField(label=_("日期"))
    quota = forms.IntegerField(label=_("名额"), min_value=1, max_value=10_000)


class ChangeDayForm(StepForm):
    """Which day, and for how many."""

    day = PickField(lambda user: CheckDay.objects.visible_to(user), of="round", label=_("体检日"))
    quota = forms.IntegerField(label=_("名额"), min_value=1, max_value=10_000)


class MarkForm(StepForm):
    came_on = PastDay(label=_("到检日期"), initial=clock.today)
    people = SomePeople(label=_("到检人员工号"), help_text=_("只登记是否到检，不登记任何结果。"))


class BookForm(StepForm):
    """The day somebody asked the office for, among those that are not full."""

    day = PickField(
        lambda user: CheckDay.objects.free(clock.today()), of="round", offered=with_places, label=_("预约日期")
    )


class BatchForm(StepForm):
    title = forms.CharField(label=_("名称"), min_length=2, max_length=60)
    place = forms.CharField(label=_("地点"), max_length=60)
    begins_on = forms.DateField(label=_("出发日期"))
    ends_on = forms.DateField(label=_("返回日期"))
    places = forms.IntegerField(label=_("名额"), min_value=1, max_value=1000)
    criteria = forms.CharField(label=_("条件"), max_length=200, help_text=_("如一线岗位、先进工作者、长期从事夜班。"))


class RecommendForm(StepForm):
    merits = PeopleWithWords(
        label=_("人选和推荐理由"), most=100, help_text=_("每行一人：工号、空格、推荐理由，如“00012 长期夜班”。")
    )


class ChooseForm(StepForm):
    """Who is chosen among those put forward; whoever is chosen already is ticked."""

    chosen = PickManyField(
        lambda user: put_forward(user),
        of="batch",
        offered=in_words,
        label=_("选定人员"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj is not None:
            self.initial["chosen"] = list(self.obj.candidates.filter(is_chosen=True).values_list("pk", flat=True))
            self.fields["chosen"].help_text = _("名额%(places)s人。") % {"places": self.obj.places}


class DropOutForm(ReasonForm):
    """Who does not go after all."""

    candidate = PickField(
        lambda user: put_forward(user).filter(is_chosen=True), of="batch", offered=in_words, label=_("人选")
    )
    field_order = ("candidate", "reason")


class RestFundsForm(AskForm):
    """Nothing is given out on a journey."""

    goods = None
