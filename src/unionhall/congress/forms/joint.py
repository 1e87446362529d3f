"""A joint meeting: called, its matters, who came, what it came to."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.congress.forms.picking import start_with_the_only_one
from unionhall.congress.forms.sessions import running_terms, sessions_ahead
from unionhall.congress.kinds import Gathering, Outcome
from unionhall.congress.models import JointMatter, JointParticipant
from unionhall.congress.rules.powers import Power
from unionhall.pages.forms import PickField, PickManyField, StepForm


class JointForm(StepForm):
    term = PickField(running_terms, label=_("届"))
    kind = forms.ChoiceField(label=_("会议"), choices=Gathering)
    held_on = forms.DateField(label=_("开会日期"))
    venue = forms.CharField(label=_("地点"), max_length=80)
    cause = forms.CharField(
        label=_("召集事由"), min_length=2, widget=forms.Textarea, help_text=_("为什么须在大会闭会期间处理。")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        start_with_the_only_one(self, "term")


class MatterForm(StepForm):
    title = forms.CharField(label=_("事项"), min_length=2, max_length=100)
    power = forms.ChoiceField(label=_("职权类型"), choices=Power)


class PresenceForm(StepForm):
    participants = PickManyField(
        lambda user: JointParticipant.objects.select_related("person"),
        of="meeting",
        label=_("到会人员"),
        widget=forms.CheckboxSelectMultiple,
    )

    def _known(self) -> dict[str, Any]:
        return {"participants": list(self.obj.participants.filter(came=True).values_list("pk", flat=True))}


class SettleForm(StepForm):
    matter = PickField(lambda user: JointMatter.objects.all(), of="meeting", label=_("事项"))
    outcome = forms.ChoiceField(
        label=_("结论"), choices=Outcome, help_text=_("须由大会表决的事项只能提请大会审议（CON-21）。")
    )
    conclusion = forms.CharField(label=_("处理意见"), min_length=2, widget=forms.Textarea)


class CloseJointForm(StepForm):
    minutes = forms.CharField(label=_("会议纪要"), min_length=2, widget=forms.Textarea)


class ReportJointForm(StepForm):
    """Among the sessions ahead of the same term."""

    session = PickField(sessions_ahead, of="term", label=_("提交的大会"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        start_with_the_only_one(self, "session")
