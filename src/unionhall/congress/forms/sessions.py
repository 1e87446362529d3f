"""A session: when and where, what is done, who is invited, how it ended."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress import selectors
from unionhall.congress.flow import AHEAD
from unionhall.congress.forms.picking import DelegatesField, start_with_the_only_one
from unionhall.congress.kinds import Cause, Role
from unionhall.congress.models import Attendee, ChecklistStep, Session, Term
from unionhall.kernel.text import folded
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.forms.fields import PastDay
from unionhall.people.models import Person

MOST_PEOPLE = 500


def running_terms(user: Any) -> Any:
    """Terms not followed by another."""
    return Term.objects.visible_to(user).filter(closed_on=None)


def sessions_ahead(user: Any) -> Any:
    """With which a session may sit together."""
    return Session.objects.visible_to(user).filter(state__in=AHEAD).select_related("term")


class People(forms.CharField):
    """Staff numbers, any separator, cleaned to persons on the roster."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> list[Person]:
        numbers = [number for number in re.split(r"[\s,，、;；]+", folded(super().clean(value))) if number]
        if len(numbers) > MOST_PEOPLE:
            raise ValidationError(_("一次至多%(count)s人，请分批邀请。") % {"count": MOST_PEOPLE})
        people = {person.staff_no: person for person in Person.objects.filter(staff_no__in=numbers)}
        unknown = [number for number in numbers if number not in people]
        if unknown:
            raise ValidationError(_("花名册里没有这些工号：%(numbers)s。") % {"numbers": "、".join(unknown[:10])})
        return [people[number] for number in dict.fromkeys(numbers)]


class FactsForm(StepForm):
    """What a session is."""

    held_on = forms.DateField(label=gettext_lazy("开会日期"))
    ends_on = forms.DateField(
        label=gettext_lazy("闭会日期"), required=False, help_text=gettext_lazy("当天闭会的不用填。")
    )
    venue = forms.CharField(label=gettext_lazy("地点"), max_length=80)
    cause = forms.ChoiceField(label=gettext_lazy("类别"), choices=Cause)
    theme = forms.CharField(label=gettext_lazy("中心议题"), max_length=200, required=False)
    joint_with = PickField(
        sessions_ahead,
        label=gettext_lazy("合并召开"),
        required=False,
        empty_label=gettext_lazy("单独召开"),
        help_text=gettext_lazy("职代会与工代会合并召开的，名册、签到、表决和决议仍各自办理（ORG-15）。"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        cleaned["ends_on"] = cleaned.get("ends_on") or cleaned.get("held_on")
        return cleaned


class PrepareForm(FactsForm):
    term = PickField(running_terms, label=gettext_lazy("届"))

    field_order = ["term"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        start_with_the_only_one(self, "term")


class AmendForm(FactsForm):
    reason = forms.CharField(label=gettext_lazy("修改理由"), min_length=2, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["joint_with"].queryset = self.fields["joint_with"].queryset.exclude(pk=self.obj.pk)


class TickForm(StepForm):
    step = PickField(
        lambda user: ChecklistStep.objects.visible_to(user).filter(done_on=None),
        of="session",
        label=gettext_lazy("事项"),
    )
    done_on = PastDay(label=gettext_lazy("完成日期"))


class InviteForm(StepForm):
    role = forms.ChoiceField(
        label=gettext_lazy("身份"), choices=[(one.value, one.label) for one in Role if one != Role.DELEGATE]
    )
    people = People(label=gettext_lazy("本院人员工号"), required=False)
    name = forms.CharField(label=gettext_lazy("院外来宾姓名"), max_length=60, required=False)
    organisation = forms.CharField(label=gettext_lazy("来宾单位、职务"), max_length=80, required=False)


class PresidiumForm(StepForm):
    delegates = DelegatesField(of="term", label=gettext_lazy("主席团成员"))

    def _known(self) -> dict[str, Any]:
        return {"delegates": list(self.obj.presidium.values_list("delegate", flat=True))}


def not_there(user: Any) -> Any:
    """Who has not come."""
    return Attendee.objects.visible_to(user).filter(came_at=None)


class UninviteForm(StepForm):
    attendee = PickField(
        lambda user: not_there(user).exclude(role=Role.DELEGATE), of="session", label=gettext_lazy("不再邀请")
    )


class LeaveForm(StepForm):
    reason = forms.CharField(label=gettext_lazy("请假事由"), min_length=2, max_length=100)


class ExcuseForm(LeaveForm):
    attendee = PickField(not_there, of="session", label=gettext_lazy("请假的人"))

    field_order = ["attendee"]


class MinutesForm(StepForm):
    """Starts with what the records say."""

    minutes = forms.CharField(label=gettext_lazy("会议纪要"), widget=forms.Textarea(attrs={"rows": 20}))

    def _known(self) -> dict[str, Any]:
        return {"minutes": self.obj.minutes or selectors.minutes_drafted(self.obj)}


class FileForm(StepForm):
    filed_on = PastDay(label=gettext_lazy("上报日期"))
    filing = forms.CharField(label=gettext_lazy("上报文号"), max_length=80)
