"""Going to what others hold."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.activities.forms.fields import PeopleField
from unionhall.activities.kinds import Kind, Level
from unionhall.kernel.text import folded
from unionhall.pages.forms import StepForm


class ExternalForm(StepForm):
    """Who went where, for whom, and what came of it."""

    event = forms.CharField(label=gettext_lazy("活动名称"), max_length=80)
    edition = forms.IntegerField(label=pgettext_lazy("activities", "届次"), min_value=1, max_value=99, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=Kind)
    organiser = forms.CharField(label=gettext_lazy("主办单位"), max_length=80)
    level = forms.ChoiceField(label=gettext_lazy("级别"), choices=Level)
    represents = forms.CharField(label=pgettext_lazy("activities", "代表"), max_length=80)
    selection = forms.CharField(label=gettext_lazy("选拔方式"), max_length=120, required=False)
    held_on = forms.DateField(label=gettext_lazy("日期"))
    venue = forms.CharField(label=gettext_lazy("地点"), max_length=80, required=False)
    members = PeopleField(label=gettext_lazy("参加人员工号"))
    outcome = forms.CharField(label=gettext_lazy("成绩"), max_length=200, required=False)
    placings = forms.CharField(
        label=gettext_lazy("名次"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("一行一项，如“乒乓球团体 2”。"),
    )

    def clean_placings(self) -> list[tuple[str, int]]:
        placings = []
        for line in filter(None, map(folded, self.cleaned_data["placings"].splitlines())):
            item, _blank, rank = line.rpartition(" ")
            if not (item.strip() and rank.isascii() and rank.isdigit() and 1 <= int(rank) <= 999):
                raise ValidationError(_("“%(line)s”看不懂，请写成“项目 名次”，如“乒乓球团体 2”。") % {"line": line})
            placings.append((item.strip()[:40], int(rank)))
        return placings
