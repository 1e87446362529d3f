"""How a vote of a session is held: in which way, counted by whom, on whom."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.ballots.kinds import WAYS, Way
from unionhall.congress.forms.picking import DelegatesField
from unionhall.congress.kinds import CommitteeKind
from unionhall.congress.rules.powers import NEEDS, Power, VoteKind
from unionhall.congress.services.votes import KINDS
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.choices import BodyKind
from unionhall.people.models import Seat

ONE_A_LINE = _("一行一个。")
ELECTED_BODIES = (BodyKind.COMMITTEE, BodyKind.AUDIT, BodyKind.WOMEN)


class VoteForm(StepForm):
    """The fields its item's power asks for."""

    way = forms.ChoiceField(label=_("表决方式"))
    text = forms.CharField(label=_("表决内容"), widget=forms.Textarea, required=False)
    tellers = DelegatesField(
        label=_("监票人"),
        required=False,
        help_text=_("举手和纸质票由两名监票人各自计数；记名电子表决不选。"),
    )
    seats = forms.IntegerField(label=_("应选人数"), min_value=1, max_value=999)
    candidates = DelegatesField(label=_("候选人"))
    appraised = forms.CharField(label=_("评议对象"), widget=forms.Textarea, help_text=ONE_A_LINE)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        vote = VoteKind(NEEDS[self.obj.power].vote)
        for name, kind in (
            ("seats", VoteKind.ELECTION),
            ("candidates", VoteKind.ELECTION),
            ("appraised", VoteKind.APPRAISAL),
        ):
            if vote != kind:
                del self.fields[name]
        self.fields["way"].choices = [(way.value, way.label) for way in Way if self._admits(way, KINDS[vote])]
        came = self.obj.session.attendees.delegates().here().values("delegate")
        self.fields["tellers"].queryset = self.fields["tellers"].queryset.filter(
            pk__in=came, person__user__isnull=False
        )
        if "candidates" in self.fields:
            self.fields["candidates"].queryset = self.fields["candidates"].queryset.filter(
                term=self.obj.session.term_id
            )

    def _admits(self, way: Way, kind: str) -> bool:
        return way in WAYS[kind] and (self.obj.power != Power.APPROVE or way == Way.PAPER)

    def _known(self) -> dict[str, Any]:
        """Nothing of the item's own."""
        return {}

    def clean_tellers(self) -> list[User]:
        """The accounts of the tellers."""
        return [delegate.person.user for delegate in self.cleaned_data["tellers"]]

    def clean_appraised(self) -> list[str]:
        """Names, one a line."""
        return [line.strip() for line in self.cleaned_data["appraised"].splitlines() if line.strip()]


class SeatElectedForm(StepForm):
    seat = PickField(
        lambda user: Seat.objects.filter(body__ended_on=None, body__kind__in=ELECTED_BODIES).select_related("body"),
        label=_("职位"),
    )


class NameElectedForm(StepForm):
    kind = forms.ChoiceField(label=_("专门委员会"), choices=CommitteeKind)
