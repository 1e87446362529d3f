"""What is asked when the office sets a rule."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from unionhall.kernel import clock
from unionhall.pages.forms import StepForm
from unionhall.rulebook.registry import Checked
from unionhall.rulebook.selectors import Ruling


class AmendForm(StepForm):
    """The new value, from which day, on what ground and why."""

    text = forms.CharField(label=_("新的取值"), max_length=80)
    valid_from = forms.DateField(label=_("生效日期"))
    source = forms.CharField(label=_("依据"), max_length=120, help_text=_("文件名称，或本会的会议决定"))
    article = forms.CharField(label=_("条款"), max_length=60, required=False)
    checked = forms.ChoiceField(label=_("核对情况"), choices=Checked.choices, initial=Checked.UNVERIFIED)
    reason = forms.CharField(label=_("修改理由"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, ruling: Ruling, **kwargs: Any) -> None:
        super().__init__(*args, obj=None, initial={"text": ruling.text, "valid_from": clock.today()}, **kwargs)
        rule, field = ruling.rule, self.fields["text"]
        if rule.choices:
            self.fields["text"] = forms.ChoiceField(label=field.label, choices=list(rule.choices.items()))
        elif rule.kind == "share":
            field.help_text = _("写成 20%、0.2 或 2/3")
        else:
            field.help_text = rule.unit
