"""Forms of standards and of the five visits."""

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from unionhall.care import data
from unionhall.care.forms.visits import optional
from unionhall.care.kinds.proof import ASKABLE
from unionhall.care.kinds.words import VISITED, Festival, Form, Layer, Occasion
from unionhall.pages.forms import StepForm
from unionhall.rulebook.registry import Checked

YUAN = {"min_value": 0, "max_digits": 9, "decimal_places": 2}


def _tables() -> list[tuple[str, str]]:
    return [(name, name) for name in dict.fromkeys(line["set"] for line in data.standards())]


def _must_be() -> list[tuple[str, Any]]:
    """Everything that can be a must."""
    return [(one.value, one.label) for one in VISITED if one != Occasion.OTHER]


class TakeOverForm(StepForm):
    table = forms.ChoiceField(label=_("标准"), choices=lazy(_tables, list)())
    valid_from = forms.DateField(label=_("自"), help_text=_("这一天起执行；之前的不改写。"))


class LineForm(StepForm):
    """One line of a standard."""

    layer = forms.ChoiceField(label=_("层级"), choices=Layer, initial=Layer.UNION)
    occasion = forms.ChoiceField(label=_("事由"), choices=Occasion)
    festival = forms.ChoiceField(label=_("节日"), choices=optional(Festival), required=False)
    cap_once = forms.DecimalField(label=_("每次上限（元）"), **YUAN)
    cap_year = forms.DecimalField(label=_("每人每年上限（元）"), required=False, **YUAN)
    times = forms.IntegerField(label=_("每年次数"), min_value=1, max_value=99, required=False)
    for_relatives = forms.BooleanField(label=_("含直系亲属"), required=False)
    form = forms.ChoiceField(label=_("形式"), choices=Form)
    jurisdiction = forms.CharField(label=_("适用范围"), max_length=20)
    source = forms.CharField(label=_("依据"), max_length=120)
    article = forms.CharField(label=_("条款"), max_length=40, required=False)
    year = forms.IntegerField(label=_("文件年份"), min_value=1990, max_value=2100, required=False)
    checked = forms.ChoiceField(label=_("核验"), choices=Checked)
    valid_from = forms.DateField(label=_("自"), help_text=_("不溯及既往：最早从今年起，且在最近一次慰问之后。"))
    note = forms.CharField(label=_("备注"), max_length=120, required=False)


class ProofForm(StepForm):
    """What one occasion has to be proved by, from a day on."""

    occasion = forms.ChoiceField(label=_("事由"), choices=[(one.value, one.label) for one in VISITED])
    papers = forms.MultipleChoiceField(
        label=_("证明材料"),
        choices=[(one.value, one.label) for one in ASKABLE],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("都不勾选就是这一事由不要求证明材料；慰问品的发票总是要的。"),
    )
    valid_from = forms.DateField(label=_("自"), help_text=_("这一天起发生的事按它执行；之前的不改写。"))
    source = forms.CharField(label=_("依据"), max_length=120, help_text=_("例如本会慰问办法的条款。"))


class SetForm(StepForm):
    """A version of the five visits; the known versions are offered to start from."""

    name = forms.CharField(label=_("名称"), max_length=60, initial=_("五必访"))
    valid_from = forms.DateField(label=_("自"))
    source = forms.CharField(label=_("依据"), max_length=120, help_text=_("例如工会委员会决议的日期和文号。"))
    occasions = forms.MultipleChoiceField(
        label=_("必访事由"), choices=lazy(_must_be, list)(), widget=forms.CheckboxSelectMultiple
    )
    by_union = forms.MultipleChoiceField(
        label=_("由院工会走访的"),
        choices=lazy(_must_be, list)(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("其余由分会走访；重大疾病和特别困难总由院工会走访。"),
    )
    reason = forms.CharField(label=_("说明"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = data.visit_sets()[-1]
        self.initial.setdefault("occasions", known["occasions"])
