"""A term, who elects in it, who is elected."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from unionhall.congress.kinds import CommitteeKind, Congress, Left
from unionhall.congress.models import Constituency, Delegation
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.choices import UnitKind
from unionhall.people.forms.fields import OnePerson, PastDay
from unionhall.people.models import Unit

MOST = 100_000


def constituencies(user: Any) -> Any:
    """Those of the terms the user may see; the form narrows them to its own."""
    return Constituency.objects.visible_to(user)


def delegations(user: Any) -> Any:
    """Those of the terms the user may see; the form narrows them to its own."""
    return Delegation.objects.visible_to(user)


class TermForm(StepForm):
    kind = forms.ChoiceField(label=_("会议"), choices=Congress)
    number = forms.IntegerField(label=pgettext_lazy("congress", "届次"), min_value=1, max_value=99)
    began_on = forms.DateField(label=_("起始日期"))
    years = forms.TypedChoiceField(
        label=_("任期"), choices=[(3, _("三年")), (4, _("四年")), (5, _("五年"))], coerce=int
    )
    seats = forms.IntegerField(
        label=_("代表名额"), min_value=1, max_value=9999, help_text=_("不得少于按职工人数计算的下限（CON-08）。")
    )
    document = forms.CharField(label=_("批复文号"), max_length=80, required=False)


class ConstituencyForm(StepForm):
    name = forms.CharField(label=_("选区名称"), max_length=60)
    staff_count = forms.IntegerField(label=_("选区职工人数"), min_value=1, max_value=MOST)
    seats = forms.IntegerField(label=_("代表名额"), min_value=1, max_value=9999)
    unit = PickField(
        lambda user: Unit.objects.filter(kind=UnitKind.BRANCH, ended_on=None),
        label=_("分工会"),
        required=False,
        empty_label=_("不属于一个分工会"),
        help_text=_("选了分工会，选举结果可由该分工会主席登记。"),
    )


class DelegationForm(StepForm):
    name = forms.CharField(label=_("代表团名称"), max_length=60)


class ElectForm(StepForm):
    """Of one term: its constituencies and delegations alone."""

    constituency = PickField(constituencies, of="term", label=_("选区"))
    person = OnePerson(label=_("当选人"))
    turnout = forms.IntegerField(label=_("参加选举人数"), min_value=0, max_value=MOST)
    votes = forms.IntegerField(label=_("得票"), min_value=0, max_value=MOST)
    elected_on = PastDay(label=_("选举日期"))
    delegation = PickField(delegations, of="term", label=_("代表团"), required=False)
    is_manager = forms.BooleanField(label=_("中层以上管理人员"), required=False)


class ElectHereForm(ElectForm):
    """Of one constituency, by the branch's chair as well, who sees none of the delegations otherwise."""

    constituency = None
    delegation = PickField(lambda user: Delegation.objects.all(), of="term", label=_("代表团"), required=False)

    def _known(self) -> dict[str, Any]:
        """Once held, the turnout and the day are the same for all it elected."""
        return {"turnout": self.obj.turnout, "elected_on": self.obj.elected_on}


class PlaceForm(StepForm):
    delegation = PickField(delegations, of="term", label=_("代表团"))


class RecallForm(StepForm):
    votes = forms.IntegerField(label=_("原选区同意撤换的人数"), min_value=0, max_value=MOST)
    ended_on = PastDay(label=_("撤换日期"))
    reason = forms.CharField(label=_("理由"), min_length=2, max_length=300, widget=forms.Textarea)


class ReleaseForm(StepForm):
    ended_by = forms.ChoiceField(
        label=_("原因"), choices=[(one.value, one.label) for one in Left if one != Left.RECALLED]
    )
    ended_on = PastDay(label=_("终止日期"))
    reason = forms.CharField(label=_("说明"), min_length=2, max_length=300, widget=forms.Textarea)


class CommitteeForm(StepForm):
    kind = forms.ChoiceField(label=_("专门委员会"), choices=CommitteeKind)
    person = OnePerson(label=_("成员"))
    is_head = forms.BooleanField(label=_("负责人"), required=False, help_text=_("负责人须是本届代表（CON-20）。"))
