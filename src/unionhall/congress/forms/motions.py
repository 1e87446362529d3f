"""A motion, and the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.congress.forms.picking import DelegationField, start_with_the_only_one
from unionhall.congress.forms.sessions import sessions_ahead
from unionhall.congress.kinds import Mover
from unionhall.congress.models import Delegation
from unionhall.congress.rules.powers import Power
from unionhall.pages.forms import PickField, StepForm


class MotionForm(StepForm):
    """For the office any mover; for the head of a delegation their own, without being asked."""

    session = PickField(sessions_ahead, label=_("会议"))
    mover = forms.ChoiceField(label=_("提出方"), choices=Mover)
    delegation = DelegationField(
        lambda user: (
            Delegation.objects.filter(term__closed_on=None).select_related("term").order_by("-term__kind", "name")
        ),
        label=_("代表团"),
        required=False,
        empty_label=_("不是代表团提出"),
    )
    title = forms.CharField(label=_("案由"), min_length=2, max_length=100)
    power = forms.ChoiceField(label=_("职权类型"), choices=Power)
    reason = forms.CharField(label=_("理由"), min_length=2, widget=forms.Textarea)
    text = forms.CharField(label=_("方案"), min_length=2, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not in_office(self.user):
            self._for_a_head()
        start_with_the_only_one(self, "session")

    def _for_a_head(self) -> None:
        del self.fields["mover"]
        own = self.fields["delegation"]
        own.queryset = own.queryset.filter(delegates__is_head=True, delegates__person__user=self.user)
        own.required, own.empty_label = True, None
        sessions = self.fields["session"]
        sessions.queryset = sessions.queryset.filter(term__in=own.queryset.values("term"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        return cleaned if in_office(self.user) else cleaned | {"mover": Mover.DELEGATION}


class ReplyForm(StepForm):
    reply = forms.CharField(label=_("理由"), min_length=2, widget=forms.Textarea, help_text=_("提出方会看到。"))
