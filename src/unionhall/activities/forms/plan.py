"""What an activity is: asked for at first, and when it changes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.roles import Role, in_office, units_where
from unionhall.activities.forms.fields import YUAN, PersonField, optional
from unionhall.activities.kinds import Audience, Kind, Level, Occasion, Sector, Theme
from unionhall.pages.forms import StepForm
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit


class DraftForm(StepForm):
    """The first facts of an activity: what, when, where, for whom. The rest is filled in by and by."""

    title = forms.CharField(label=gettext_lazy("活动名称"), min_length=2, max_length=80)
    series = forms.CharField(
        label=gettext_lazy("系列活动"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("每年或每月都办的活动，填系列名称，如“职工运动会”。"),
    )
    edition = forms.IntegerField(label=pgettext_lazy("activities", "届次"), min_value=1, max_value=99, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=Kind)
    occasion = forms.ChoiceField(label=gettext_lazy("节日"), choices=optional(Occasion), required=False)
    held_from = forms.DateField(label=gettext_lazy("举办日期"))
    held_to = forms.DateField(
        label=gettext_lazy("结束日期"), required=False, help_text=gettext_lazy("当天结束的不用填。")
    )
    venue = forms.CharField(label=gettext_lazy("地点"), max_length=80)
    audience = forms.ChoiceField(label=gettext_lazy("面向"), choices=Audience)
    unit = forms.ModelChoiceField(
        label=gettext_lazy("举办分会"), queryset=None, required=False, empty_label=gettext_lazy("全院")
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("名额"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=gettext_lazy("不限的不填；分项目的，每个项目另定名额。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        branches = Unit.objects.exclude(kind__in=[UnitKind.UNION, UnitKind.STATION])
        self.fields["unit"].queryset = (
            branches
            if in_office(self.user)
            else branches.filter(pk__in=units_where(self.user, Role.BRANCH_CHAIR, Role.GROUP_LEADER))
        )
        if self.obj and self.obj.series_id:
            self.initial["series"] = self.obj.series.name

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["held_to"] = cleaned.get("held_to") or cleaned.get("held_from")
        return cleaned


class AmendForm(DraftForm):
    """Every fact that may still change."""

    capacity = None
    theme = forms.ChoiceField(label=gettext_lazy("主题"), choices=optional(Theme), required=False)
    level = forms.ChoiceField(label=gettext_lazy("级别"), choices=Level)
    signup_opens_at = forms.DateTimeField(label=gettext_lazy("报名开始"), required=False)
    signup_closes_at = forms.DateTimeField(label=gettext_lazy("报名截止"), required=False)
    items_each = forms.IntegerField(label=gettext_lazy("每人限报项目"), min_value=1, max_value=99, required=False)
    budget = forms.DecimalField(label=gettext_lazy("预算（元）"), **YUAN)
    in_working_time = forms.BooleanField(label=gettext_lazy("占用工作时间"), required=False)
    employer_consent = forms.CharField(
        label=gettext_lazy("单位同意情况"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("占用工作时间的须征得单位同意（工会法第四十一条）。"),
    )
    is_outing = forms.BooleanField(label=gettext_lazy("外出活动"), required=False)
    safety_plan = forms.CharField(
        label=gettext_lazy("安全预案"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("外出活动须有安全预案并当日往返（ACT-06）。"),
    )
    plan = forms.CharField(label=gettext_lazy("活动方案"), required=False, widget=forms.Textarea)
    notice = forms.CharField(label=gettext_lazy("活动通知"), required=False, widget=forms.Textarea)
    reason = forms.CharField(label=gettext_lazy("修改理由"), min_length=2, max_length=200)


class OrganiserForm(StepForm):
    person = PersonField(label=gettext_lazy("组织者工号"), max_length=32)


class PartnerForm(StepForm):
    name = forms.CharField(label=gettext_lazy("合作单位"), max_length=80)
    sector = forms.ChoiceField(label=gettext_lazy("性质"), choices=Sector)
    part = forms.CharField(label=gettext_lazy("承担工作"), max_length=60, required=False)
