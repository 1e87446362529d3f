"""Forms: what the office asks, what a teller counted."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.accounts.models import User
from unionhall.ballots import rolls
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import Option, Poll, TellerCount
from unionhall.ballots.plain import Ask, Choice
from unionhall.ballots.scales import Scale
from unionhall.pages.forms import PickField, StepForm

NAME_AND_VOTES = re.compile(r"(\D{1,60}?)[\s,，:：]*(\d{1,6})\s*票?")
AT_MOST = re.compile(r"[（(]至多选?\s*(\d+)\s*项[）)]")


def lines_of(text: str) -> list[str]:
    """The lines that hold something, trimmed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def tellers(user: Any) -> Any:
    """The accounts that may count."""
    return User.in_union.filter(is_active=True, is_system=False, is_administrator=False).order_by("staff_no")


class OwnForm(StepForm):
    """What the office's own polls have in common."""

    title = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    text = forms.CharField(label=gettext_lazy("说明"), max_length=4000, required=False, widget=forms.Textarea)
    roll = forms.ChoiceField(label=gettext_lazy("参加人员"), choices=rolls.choices)
    shows_result = forms.BooleanField(label=gettext_lazy("结果向参加人员公布"), required=False, initial=True)


class AppraisalForm(OwnForm):
    """An appraisal of bodies or people."""

    appraised = forms.CharField(
        label=gettext_lazy("测评对象"), widget=forms.Textarea, max_length=4000, help_text=gettext_lazy("每行一个。")
    )
    scale = forms.ChoiceField(label=gettext_lazy("测评档次"), choices=Scale)
    way = forms.ChoiceField(
        label=gettext_lazy("测评方式"), choices=[(way.value, way.label) for way in (Way.ANONYMOUS, Way.PAPER)]
    )
    asks_words = forms.BooleanField(label=gettext_lazy("可写意见和建议（匿名电子方式）"), required=False)

    def clean_appraised(self) -> list[str]:
        return [line[:200] for line in lines_of(self.cleaned_data["appraised"])]


class QuestionnaireForm(OwnForm):
    """An anonymous questionnaire."""

    questions = forms.CharField(
        label=gettext_lazy("题目"),
        widget=forms.Textarea,
        max_length=20_000,
        help_text=gettext_lazy(
            "每行一题，题目和选项之间用竖线隔开，例如：您最需要的活动（至多选2项）|运动会|讲座|读书会。"
            "没有选项的一行由职工用文字作答。"
        ),
    )

    def clean_questions(self) -> list[Ask]:
        return [_ask_of(number, line) for number, line in enumerate(lines_of(self.cleaned_data["questions"]), 1)]


def _ask_of(number: int, line: str) -> Ask:
    text, *labels = [part.strip() for part in line.replace("｜", "|").split("|")]
    labels = [label for label in labels if label]
    if not text or len(labels) == 1 or len(set(labels)) < len(labels):
        raise forms.ValidationError(_("第%(number)s行：题目不能为空，选项至少两个且不重复。") % {"number": number})
    if len(text) > 200 or any(len(label) > 100 for label in labels):
        raise forms.ValidationError(_("第%(number)s行太长：题目不超过200字，选项不超过100字。") % {"number": number})
    at_most = AT_MOST.search(text)
    most = int(at_most[1]) if at_most else 1
    if labels and not 1 <= most <= len(labels):
        raise forms.ValidationError(_("第%(number)s行：至多选的项数应在1与选项个数之间。") % {"number": number})
    return Ask(text, [Choice(label) for label in labels], most=most, is_text=not labels)


class AmendForm(StepForm):
    title = forms.CharField(label=gettext_lazy("名称"), max_length=120)
    text = forms.CharField(label=gettext_lazy("说明"), max_length=4000, required=False, widget=forms.Textarea)


class TellersForm(StepForm):
    first = PickField(tellers, label=gettext_lazy("监票人甲"))
    second = PickField(tellers, label=gettext_lazy("监票人乙"))


class ApprovalForm(StepForm):
    approved_on = forms.DateField(label=gettext_lazy("批复日期"))
    approval_number = forms.CharField(label=gettext_lazy("批复文号"), max_length=60)


def _entered(count: TellerCount) -> dict[str, Any]:
    """What a teller entered last, as the form has it."""
    papers = {name: getattr(count, name) for name in ("issued", "collected", "valid")}
    others = "\n".join(f"{name} {votes}" for name, votes in count.written_in().items())
    return papers | {tally.option_id.hex: tally.votes for tally in count.tallies.all()} | {"others": others}


class CountForm(forms.Form):
    """One teller's count: papers out, back and valid, and the votes of each option; counting again starts from one's own."""

    issued = forms.IntegerField(label=gettext_lazy("发出票"), min_value=0, max_value=1_000_000)
    collected = forms.IntegerField(label=gettext_lazy("收回票"), min_value=0, max_value=1_000_000)
    valid = forms.IntegerField(
        label=gettext_lazy("有效票"),
        min_value=0,
        max_value=1_000_000,
        help_text=gettext_lazy("所选人数多于应选人数的为废票（ORG-24）；未作标记的仍是有效票。"),
    )
    others = forms.CharField(
        label=gettext_lazy("另选他人"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
        help_text=gettext_lazy("每行一人：姓名和票数，例如“张敏 3”。没有的不填。"),
    )
    reason = forms.CharField(label=gettext_lazy("复核说明"), max_length=200)

    def __init__(self, data: Any = None, *, poll: Poll, mine: TellerCount | None) -> None:
        super().__init__(data, initial=_entered(mine) if mine else None)
        if not poll.takes_others:
            del self.fields["others"]
        if poll.way == Way.HANDS:
            for name in ("issued", "collected", "valid"):
                del self.fields[name]
        if mine is None:
            del self.fields["reason"]
        self.options = list(Option.objects.filter(question__poll=poll).select_related("question"))
        self.options.sort(key=lambda option: (option.question.position, option.position))
        last = {name: self.fields.pop(name) for name in ("others", "reason") if name in self.fields}
        only_one = len({option.question_id for option in self.options}) == 1
        for option in self.options:
            label = option.label if only_one else f"{option.question.text} · {option.label}"
            self.fields[option.pk.hex] = forms.IntegerField(label=label, min_value=0, max_value=1_000_000)
        self.fields |= last
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField):
                field.widget.attrs["inputmode"] = "numeric"

    def clean_others(self) -> dict[str, int]:
        """Votes by name."""
        found: dict[str, int] = {}
        for number, line in enumerate(lines_of(self.cleaned_data["others"]), 1):
            written = NAME_AND_VOTES.fullmatch(line)
            name = "".join(written[1].split()) if written else ""
            if not written or name in found:
                raise forms.ValidationError(_("第%(number)s行：请写姓名和票数，一人一行。") % {"number": number})
            found[name] = int(written[2])
        return found

    def numbers(self) -> dict[str, Any]:
        """The arguments of `services.count`."""
        clean = dict(self.cleaned_data)
        return {"tallies": {option.pk: clean.pop(option.pk.hex) for option in self.options}, **clean}
