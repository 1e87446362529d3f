"""Items, their places, and who enters them."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.activities.forms.fields import PeopleField
from unionhall.activities.kinds import Better
from unionhall.pages.forms import StepForm
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit


class ItemForm(StepForm):
    """An item to enter."""

    name = forms.CharField(label=gettext_lazy("项目"), max_length=40)
    group = forms.CharField(label=gettext_lazy("组别"), max_length=30, required=False)
    is_team = forms.BooleanField(label=gettext_lazy("团体项目"), required=False)
    team_least = forms.IntegerField(label=gettext_lazy("每队至少"), min_value=1, max_value=500, initial=1)
    team_most = forms.IntegerField(label=gettext_lazy("每队至多"), min_value=1, max_value=500, initial=1)
    capacity = forms.IntegerField(
        label=gettext_lazy("名额"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=gettext_lazy("个人项目计人，团体项目计队；不限的不填。"),
    )
    better = forms.ChoiceField(label=gettext_lazy("名次"), choices=Better)
    mark_unit = forms.CharField(label=gettext_lazy("成绩单位"), max_length=10, required=False)
    rules = forms.CharField(label=gettext_lazy("竞赛规则"), required=False, widget=forms.Textarea)


class OfItemForm(StepForm):
    """Base of what concerns one item of the activity."""

    item = forms.ModelChoiceField(label=gettext_lazy("项目"), queryset=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].queryset = self.obj.items.all()


class ResizeForm(OfItemForm):
    capacity = forms.IntegerField(
        label=gettext_lazy("名额"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=gettext_lazy("不限的不填。"),
    )


class QuotaForm(OfItemForm):
    unit = forms.ModelChoiceField(label=gettext_lazy("分会"), queryset=None)
    capacity = forms.IntegerField(label=gettext_lazy("名额"), min_value=0, max_value=100_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(kind=UnitKind.BRANCH)


class DropForm(OfItemForm):
    reason = forms.CharField(label=gettext_lazy("理由"), max_length=200)


class EnterForm(OfItemForm):
    people = PeopleField(
        label=gettext_lazy("参加者工号"),
        help_text=gettext_lazy("一行一个，或用逗号、空格隔开；也可以从表格里整列粘贴。"),
    )
    team = forms.CharField(
        label=gettext_lazy("队名"),
        max_length=40,
        required=False,
        help_text=gettext_lazy("团体项目填写，名单里第一位是领队。"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        item = cleaned.get("item")
        if item and item.is_team and not cleaned.get("team"):
            self.add_error("team", _("“%(item)s”是团体项目，请填队名。") % {"item": item.name})
        return cleaned


class TeamForm(forms.Form):
    """A captain enters a team: its name and the staff numbers of who is in it."""

    name = forms.CharField(label=gettext_lazy("队名"), max_length=40)
    people = PeopleField(
        label=gettext_lazy("队员工号"), help_text=gettext_lazy("一行一个工号；领队参赛的，把自己的工号也写上。")
    )
