"""What the proposals committee enters: calls, reviews, decisions, who has to handle what, and what became of it."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role
from unionhall.congress.kinds import Congress
from unionhall.congress.models import Session
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, PickManyField, StepForm
from unionhall.people.forms.fields import PastDay
from unionhall.people.models import Person
from unionhall.people.selectors import holders
from unionhall.proposals.flow import State
from unionhall.proposals.forms.writing import departments
from unionhall.proposals.kinds import Criterion, Decider, Ground, Outcome
from unionhall.proposals.models import Decision, DeliveryMeeting, Proposal
from unionhall.proposals.permissions import manages


def sessions_to_call_for(user: Any) -> QuerySet[Session]:
    """Sessions of the staff congress for which nothing was called yet."""
    return staff_sessions(user).filter(call=None).order_by("-held_on")


def staff_sessions(user: Any) -> QuerySet[Session]:
    """The sessions proposals go to; the committee knows of each, though not all of its members are called to it."""
    return (
        Session.objects.filter(term__kind=Congress.STAFF).select_related("term")
        if manages(user)
        else Session.objects.none()
    )


def mergeable(user: Any) -> QuerySet[Proposal]:
    """What the committee would file: a case others may be merged into."""
    return Proposal.objects.visible_to(user).filter(outcome=Outcome.FILE, merged_into=None).order_by("number")


def leaders(user: Any) -> QuerySet[Person]:
    """The hospital's leaders in office."""
    return Person.objects.filter(pk__in=holders(Role.HOSPITAL_LEADER).values("person")).order_by("staff_no")


class CallForm(StepForm):
    session = PickField(sessions_to_call_for, label=_("会议"))
    opens_on = forms.DateField(label=_("征集开始"))
    closes_on = forms.DateField(label=_("征集截止"), help_text=_("截止以后提交的只作意见建议（PRO-05）。"))
    text = forms.CharField(label=_("征集通知"), widget=forms.Textarea, required=False)


class MoveCallForm(StepForm):
    closes_on = forms.DateField(label=_("征集截止"))
    reason = forms.CharField(label=_("理由"), min_length=2, max_length=200)


class ReviewForm(StepForm):
    """One of five outcomes with what it asks for (PRO-06 to PRO-08); for one sheet or for several."""

    outcome = forms.ChoiceField(label=_("审查结论"), choices=Outcome, widget=forms.RadioSelect)
    met = forms.MultipleChoiceField(
        label=_("符合的立案标准"),
        choices=Criterion.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("立案和并案须四项都符合（PRO-06）。"),
    )
    merged_into = PickField(
        mergeable, label=_("并入"), required=False, empty_label=_("不并案"), help_text=_("并案时指明主案。")
    )
    grounds = forms.MultipleChoiceField(
        label=_("不予立案的情形"),
        choices=Ground.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("不予立案时指明属于哪一种（PRO-07）。"),
    )
    reason = forms.CharField(
        label=_("理由"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("转为意见建议、作意见答复和不予立案的须书面说明，提案人会看到（PRO-08）。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.obj:
            others = self.fields["merged_into"].queryset.exclude(pk=self.obj.pk)
            self.fields["merged_into"].queryset = others.filter(call=self.obj.call_id)

    def _known(self) -> dict[str, Any]:
        last = self.obj.reviews.first() if self.obj else None
        known = super()._known()
        return known | {"met": last.met, "grounds": last.grounds, "reason": last.reason} if last else known


class OfCallForm(StepForm):
    """Base of forms that pick among what belongs to the call of their proposal, by the name of the field.

    `fitting` leaves out the meetings of before; `register` is the call's page on which a new one is set down.
    """

    own = ""
    register = ("", "")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields[self.own]
        if self.obj:
            field.queryset = self.fitting(field.queryset.filter(call=self.obj.call_id))
            name, label = self.register
            link = format_html('<a href="{}">{}</a>', reverse(name, args=[self.obj.call_id]), label)
            field.help_text = format_html("{} {}", field.help_text, link)
        self.initial.setdefault(self.own, field.queryset.values_list("pk", flat=True).first())

    def fitting(self, meetings: QuerySet) -> QuerySet:
        """Those that can be picked: all of the call, unless a form leaves out those of before (PRO-10)."""
        return meetings


class ApproveForm(OfCallForm):
    own = "decision"
    register = ("proposals.calls.decide", _("登记审定"))
    decision = PickField(
        lambda user: Decision.objects.visible_to(user).select_related("call__session__term"),
        label=_("审定"),
        help_text=_("只能选提案提交当天或以后的审定；没有的，先在提案征集页登记主席团或党政联席会的审定（PRO-10）。"),
    )

    def fitting(self, meetings: QuerySet) -> QuerySet:
        """Sittings since it was handed in."""
        return meetings.filter(decided_on__gte=self.obj.submitted_on)

    def _known(self) -> dict[str, Any]:
        """Nothing: it was not decided yet."""
        return {}


class DecideForm(StepForm):
    """A sitting that decides, and what it decides on: all that is reviewed, unless some are left out."""

    decider = forms.ChoiceField(label=_("审定机构"), choices=Decider)
    decided_on = PastDay(label=_("审定日期"))
    document = forms.CharField(label=_("会议纪要文号"), max_length=80, required=False)
    note = forms.CharField(label=_("审定意见"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    proposals = PickManyField(
        lambda user: Proposal.objects.visible_to(user).filter(state=State.REVIEWING).order_by("number"),
        of="call",
        offered=lambda proposal: _with_outcome(proposal),
        label=_("审定的提案"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("按初审意见一并审定，未同意的请去掉勾选，再退回重审。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("proposals", list(self.fields["proposals"].queryset.values_list("pk", flat=True)))


def _with_outcome(proposal: Proposal) -> str:
    return f"{proposal}（{proposal.get_outcome_display()}）"


class DeliverForm(StepForm):
    held_on = forms.DateField(
        label=_("开会日期"), help_text=_("答复、协办和退办的期限从这一天起算；会后交办的，从交办当天起算。")
    )
    place = forms.CharField(label=_("地点"), max_length=80, required=False)
    note = forms.CharField(label=_("会议要求"), widget=forms.Textarea(attrs={"rows": 3}), required=False)


class AssignForm(OfCallForm):
    own = "meeting"
    register = ("proposals.calls.deliver", _("登记交办会"))
    meeting = PickField(
        lambda user: DeliveryMeeting.objects.visible_to(user).select_related("call__session__term"),
        label=_("交办会"),
        help_text=_("只能选审定当天或以后的交办会；没有的，先在提案征集页登记交办会（PRO-10）。"),
    )
    department = PickField(departments, label=_("主办部门"))
    supporting = PickManyField(departments, label=_("协办部门"), required=False)
    leader = PickField(leaders, label=_("分管院领导"), required=False, empty_label=_("由任一院领导阅签"))
    is_complex = forms.BooleanField(label=_("复杂"), required=False, help_text=_("复杂的提案答复期限较长（PRO-13）。"))
    due_on = forms.DateField(
        label=_("答复期限"), required=False, help_text=_("不填时按规则库的天数从交办日计算，遇休息日顺延（G-05）。")
    )

    def fitting(self, meetings: QuerySet) -> QuerySet:
        """Meetings since it was decided on."""
        decision = self.obj.decision
        return meetings.filter(held_on__gte=decision.decided_on) if decision else meetings

    def _known(self) -> dict[str, Any]:
        """The department the mover thought of."""
        return {"department": self.obj.suggested_department_id} if self.obj else {}


class TextOnlyForm(StepForm):
    """Only words."""

    text = forms.CharField(label=_("内容"), min_length=2, widget=forms.Textarea(attrs={"rows": 5}))


class ClosingForm(StepForm):
    text = forms.CharField(label=_("办结说明"), widget=forms.Textarea(attrs={"rows": 3}), required=False)


class CarryForm(StepForm):
    session = PickField(staff_sessions, label=_("结转至"))
    text = forms.CharField(label=_("结转说明"), min_length=2, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        later = self.fields["session"].queryset
        if self.obj:
            later = later.filter(held_on__gt=self.obj.call.session.held_on)
        self.fields["session"].queryset = later.order_by("held_on")


class FulfilForm(StepForm):
    fulfilled_on = PastDay(label=_("落实日期"), initial=clock.today)
    text = forms.CharField(label=_("落实情况"), min_length=2, widget=forms.Textarea(attrs={"rows": 4}))

    def _known(self) -> dict[str, Any]:
        """Nothing: it is not done yet."""
        return {}


class SessionForm(forms.Form):
    """Whose session is looked at: the latest held, unless another is chosen."""

    session = forms.ChoiceField(label=_("会议"), required=False)

    def __init__(self, data: Any, *, calls: list[Any]) -> None:
        super().__init__(data)
        self.calls = {str(call.session_id): call for call in calls}
        self.fields["session"].choices = [(key, str(call.session)) for key, call in self.calls.items()]
        self.fields["session"].initial = next(iter(self.calls), None)

    @property
    def is_fine(self) -> bool:
        """Whether what was asked for, if anything, is there."""
        return not self.is_bound or self.is_valid()

    def chosen(self) -> Any:
        """The call asked for, else the latest that has proposals, else None."""
        key = self.cleaned_data.get("session") if self.is_bound and self.is_valid() else ""
        with_some = (call for call in self.calls.values() if call.sheet_count)
        return self.calls.get(key) or next(with_some, None)
