"""What is asked of whoever posts a quarter, objects to a posting or answers an objection."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import Role, in_office, units_where
from unionhall.care.models import Objection
from unionhall.funds.rules.quarters import before, number_of, quarter_of
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.people.choices import UnitKind
from unionhall.people.models import Unit

QUARTERS = [(1, _("第一季度")), (2, _("第二季度")), (3, _("第三季度")), (4, _("第四季度"))]


def branches_of(user: Any) -> QuerySet[Unit]:
    """Where one may post: the office in every branch, a branch's chair in their own."""
    units = Unit.objects.visible_to(user).filter(kind__in=(UnitKind.UNION, UnitKind.BRANCH), ended_on=None)
    return units if in_office(user) else units.filter(pk__in=units_where(user, Role.BRANCH_CHAIR))


class QuarterForm(StepForm):
    """Which quarter, and in which branch; the last quarter that is over to begin with."""

    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    number = forms.TypedChoiceField(label=_("季度"), choices=QUARTERS, coerce=int)
    unit = PickField(
        branches_of,
        label=_("分会"),
        required=False,
        empty_label=_("所有有慰问补助的分会"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, _last = before(quarter_of(clock.today())[0])
        self.initial |= {"year": first.year, "number": number_of(first)}
        if not in_office(self.user):
            self.fields["unit"].required, self.fields["unit"].empty_label = True, None


class ObjectionForm(StepForm):
    text = forms.CharField(label=_("异议"), min_length=4, max_length=500, widget=forms.Textarea)


class AnswerForm(StepForm):
    """Which objection to a posting is answered, and how."""

    objection = PickField(
        lambda user: Objection.objects.visible_to(user).filter(answered_at=None),
        of="notice",
        offered=lambda objection: objection.text[:40],
        label=_("异议"),
    )
    answer = forms.CharField(label=_("答复"), min_length=2, max_length=500, widget=forms.Textarea)
