"""What the pages of duty reports ask for."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.duty import outlines, periods
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.models import Person, Post

YEARS_BACK = 10
_YEAR = _("%(year)s年")
LONGEST_PASTE = 50_000


def period_choices() -> list[tuple[Any, Any]]:
    """The periods one reports on: the last ten years, each with its halves and quarters, and the term."""
    this = clock.today().year
    years = range(this, this - YEARS_BACK, -1)
    return [*((_YEAR % {"year": year}, _periods_of(year)) for year in years), ("term", _("本届"))]


def _periods_of(year: int) -> list[tuple[str, str]]:
    keys = [f"{year}{part}" for part in ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4")]
    return [(key, periods.parse(key).label) for key in keys]


def office_holders() -> QuerySet[Person]:
    """Persons in whose name a report can speak: who holds a post today."""
    return Person.objects.filter(posts__in=Post.objects.held(clock.today())).distinct().order_by("name")


class DraftForm(StepForm):
    """What a new report needs to be drafted."""

    period = forms.ChoiceField(label=_("期间"), choices=period_choices)
    outline = forms.ChoiceField(label=_("体例"), choices=outlines.CHOICES, widget=forms.RadioSelect)
    author = PickField(
        lambda user: office_holders(),
        label=_("述职人"),
        required=False,
        empty_label=_("工会主席"),
        help_text=_("不选时，以期末在任的工会主席的名义起草。"),
    )
    audience = forms.CharField(label=_("向谁报告"), max_length=80, required=False)


class DescribeForm(StepForm):
    """What stands around the text."""

    title = forms.CharField(label=_("标题"), max_length=100)
    salutation = forms.CharField(label=_("称谓"), max_length=80, required=False)
    audience = forms.CharField(label=_("向谁报告"), max_length=80, required=False)
    author = PickField(lambda user: office_holders(), label=_("述职人"), required=False)


class DiscardForm(StepForm):
    """Why a draft is set aside."""

    note = forms.CharField(label=_("理由"), max_length=200, required=False)


class CheckForm(forms.Form):
    """Any text, and the period it speaks of."""

    period = forms.ChoiceField(label=_("期间"), choices=period_choices)
    text = forms.CharField(
        label=_("正文"),
        max_length=LONGEST_PASTE,
        strip=False,
        widget=forms.Textarea({"rows": 16}),
        help_text=_("把报告粘贴在这里。只核对，不保存。"),
    )
