"""What a delegate types: a proposal, whom to ask, a second for the text just read, a word of judgement."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.congress.models import Delegate
from unionhall.congress.selectors import delegate_of
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.models import Department
from unionhall.proposals.kinds import Category, Mark
from unionhall.proposals.models import Call

# Where the browser asks for likenesses while one types; without script they stand on the draft's own page.
LOOK_ALIKE = {
    "hx-get": reverse_lazy("my.proposals.similar"),
    "hx-trigger": "change",
    "hx-target": "next .help",
    "hx-include": "closest form",
}


def departments(user: Any) -> QuerySet[Department]:
    """The employer's departments."""
    return Department.objects.filter(ended_on=None).order_by("name")


def calls_to_answer(user: Any) -> QuerySet[Call]:
    """Calls that have opened, for sessions not over yet: what comes late is taken as a suggestion (PRO-05)."""
    today = clock.today()
    return Call.objects.begun(today).filter(session__ends_on__gte=today).select_related("session__term")


class TextForm(StepForm):
    """The three parts, each a field (PRO-03)."""

    category = forms.ChoiceField(label=gettext_lazy("类别"), choices=Category)
    title = forms.CharField(
        label=gettext_lazy("案由"),
        min_length=4,
        max_length=100,
        widget=forms.TextInput(attrs=LOOK_ALIKE),
        help_text=gettext_lazy("一事一案：用一句话写明要解决的问题。"),
    )
    grounds = forms.CharField(
        label=gettext_lazy("理由"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text=gettext_lazy("写明情况和依据。"),
    )
    remedy = forms.CharField(
        label=gettext_lazy("具体建议"),
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        help_text=gettext_lazy("一项建议写一行，按条计数。可以先存草稿，三部分齐全后才能邀请附议。"),
    )
    suggested_department = PickField(
        departments, label=gettext_lazy("建议承办部门"), required=False, empty_label=gettext_lazy("由提案委员会确定")
    )
    for_delegation = forms.BooleanField(label=gettext_lazy("以代表团名义提出"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seat = self._seat()
        if seat is None or not seat.is_head:
            del self.fields["for_delegation"]

    def _seat(self) -> Delegate | None:
        """Of whom the proposal is: only the head of a delegation moves in its name (PRO-02)."""
        return self.obj.mover if self.obj else None


class DraftForm(TextForm):
    call = PickField(calls_to_answer, label=pgettext_lazy("proposals", "届次"))

    field_order = ["call"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calls = list(self.fields["call"].queryset[:2])
        if len(calls) == 1:
            self.initial.setdefault("call", calls[0].pk)
            self.fields["call"].widget = forms.HiddenInput()

    def _seat(self) -> Delegate | None:
        call = calls_to_answer(self.user).first()
        return delegate_of(self.user, call.session.term) if call else None


class AskForm(StepForm):
    """Whom to ask: delegates of the same term, by staff number or name."""

    delegates = forms.CharField(
        label=gettext_lazy("请谁附议"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("本届代表的工号或姓名，用空格、逗号或换行分开。"),
    )

    def clean_delegates(self) -> list[Delegate]:
        """The seats meant; names no delegate has, or several have, are said."""
        typed = squeezed_words(self.cleaned_data["delegates"])
        serving = Delegate.objects.serving().filter(term=self.obj.mover.term_id).select_related("person")
        found = {word: list(serving.filter(Q(person__staff_no=word) | Q(person__name=word))[:2]) for word in typed}
        unknown = [word for word, seats in found.items() if not seats]
        shared = [word for word, seats in found.items() if len(seats) > 1]
        if unknown:
            raise ValidationError(_("本届代表里没有：%(names)s。") % {"names": _("、").join(unknown)})
        if shared:
            raise ValidationError(_("有重名的代表，请改填工号：%(names)s。") % {"names": _("、").join(shared)})
        return [seat for seats in found.values() for seat in seats]


def squeezed_words(text: str) -> list[str]:
    """What stands between blanks, commas and line breaks, each once."""
    for mark in "，、,;；\n\t":
        text = text.replace(mark, " ")
    return list(dict.fromkeys(squeezed(word) for word in text.split(" ") if word.strip()))


class SecondForm(StepForm):
    """Of which text the second is: the one on the page (PRO-04)."""

    version = forms.IntegerField(widget=forms.HiddenInput())

    def _known(self) -> dict[str, Any]:
        return {"version": self.obj.proposal.version}


class WithdrawForm(StepForm):
    reason = forms.CharField(
        label=gettext_lazy("撤回理由"), min_length=2, max_length=200, widget=forms.Textarea(attrs={"rows": 3})
    )


class TakeBackForm(WithdrawForm):
    """Asks why, unless that was said when the seconders were asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj and self.obj.withdrawal_reason:
            del self.fields["reason"]


class RateForm(StepForm):
    attitude = forms.ChoiceField(label=gettext_lazy("对办理态度"), choices=Mark, widget=forms.RadioSelect)
    result = forms.ChoiceField(label=gettext_lazy("对办理结果"), choices=Mark, widget=forms.RadioSelect)
    words = forms.CharField(
        label=gettext_lazy("意见"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        help_text=gettext_lazy("评价“不满意”的请写明意见（PRO-16）。"),
    )
    wants_again = forms.BooleanField(
        label=gettext_lazy("不满意，要求再次办理"),
        required=False,
        help_text=gettext_lazy("承办部门一个月内再次答复，限一次（PRO-17）。"),
    )
