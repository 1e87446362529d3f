"""Items, papers, notes, resolutions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.congress import selectors
from unionhall.congress.forms.picking import start_with_the_only_one
from unionhall.congress.models import Delegation, Paper, Resolution
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.forms.fields import PastDay


class ItemForm(StepForm):
    title = forms.CharField(label=_("议题"), min_length=2, max_length=100)
    power = forms.ChoiceField(
        label=_("职权类型"), choices=Power, help_text=_("职权类型决定须备的材料，以及是听取还是无记名票决。")
    )
    presenter = forms.CharField(label=_("报告人"), max_length=60, required=False)


class PaperForm(StepForm):
    kind = forms.ChoiceField(label=_("材料"), choices=PaperKind)
    title = forms.CharField(label=_("名称"), min_length=2, max_length=100, initial="")
    given_on = PastDay(
        label=_("送交代表日期"), initial=clock.today, help_text=_("会前七日以前送交，开会时才能审议（CON-16）。")
    )
    text = forms.CharField(label=_("正文"), widget=forms.Textarea, required=False)

    def _known(self) -> dict[str, Any]:
        """Nothing: a paper has its own title."""
        return {}


class DropPaperForm(StepForm):
    paper = PickField(lambda user: Paper.objects.visible_to(user), of="item", label=_("材料"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        start_with_the_only_one(self, "paper")


class NoteForm(StepForm):
    """For the office any delegation of the term, for a head their own."""

    delegation = PickField(lambda user: Delegation.objects.all(), label=_("代表团"))
    text = forms.CharField(label=_("讨论意见"), min_length=2, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.fields["delegation"].queryset.filter(term=self.obj.session.term_id)
        if not in_office(self.user):
            own = own.filter(delegates__is_head=True, delegates__person__user=self.user)
        self.fields["delegation"].queryset = own
        start_with_the_only_one(self, "delegation")


class ResolveForm(StepForm):
    """Replacing, if any, a resolution of the same congress: told by its number, since titles come again each year."""

    title = forms.CharField(label=_("决议名称"), min_length=2, max_length=120)
    text = forms.CharField(label=_("正文"), min_length=2, widget=forms.Textarea)
    replaces = PickField(
        lambda user: Resolution.objects.visible_to(user).filter(replaced_by=None),
        offered=lambda resolution: f"{resolution.number} {resolution.title}",
        label=_("取代的决议"),
        required=False,
        empty_label=_("不取代"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        same = {"session__term__kind": self.obj.session.term.kind}
        self.fields["replaces"].queryset = self.fields["replaces"].queryset.filter(**same)

    def _known(self) -> dict[str, Any]:
        """How such a resolution reads, to be written on."""
        return selectors.resolution_drafted(self.obj)
