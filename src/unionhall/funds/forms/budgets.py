"""What the steps of a budget ask."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.funds.models import Account, BudgetLine
from unionhall.funds.selectors.execution import other_carried
from unionhall.kernel import clock
from unionhall.kernel.money import shown
from unionhall.pages.forms import PickField, StepForm

YUAN = {"min_value": 0, "max_digits": 12, "decimal_places": 2}


def budgeted_accounts(user: Any) -> QuerySet[Account]:
    """Accounts of income and spending in use."""
    open_ones = Account.objects.filter(is_open=True)
    return open_ones.filter(Q(code__startswith="4") | Q(code__startswith="5"))


class DraftForm(StepForm):
    year = forms.IntegerField(label=gettext_lazy("年度"), min_value=1950, max_value=2200)
    carried = forms.DecimalField(
        label=gettext_lazy("上年结余（元）"),
        required=False,
        help_text=gettext_lazy("不填由账簿带出；与账簿不同的，在编制说明中写明原因。"),
        **YUAN,
    )
    text = forms.CharField(
        label=gettext_lazy("编制说明"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, required=False
    )


class LineForm(StepForm):
    account = PickField(budgeted_accounts, label=gettext_lazy("科目"))
    amount = forms.DecimalField(label=gettext_lazy("本年预算（元）"), **YUAN)
    note = forms.CharField(label=gettext_lazy("说明"), max_length=200, required=False)


class DropForm(StepForm):
    line = PickField(
        lambda user: BudgetLine.objects.visible_to(user).select_related("account"),
        of="budget",
        label=pgettext_lazy("funds", "项目"),
    )


class DiscussForm(StepForm):
    minutes = forms.CharField(label=gettext_lazy("讨论会议"), max_length=100)
    discussed_on = forms.DateField(label=gettext_lazy("讨论日期"), initial=clock.today)


class AuditForm(StepForm):
    opinion = forms.CharField(
        label=gettext_lazy("经审会意见"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )
    audited_on = forms.DateField(label=gettext_lazy("审查日期"), initial=clock.today)


class ReportForm(StepForm):
    document = forms.CharField(label=gettext_lazy("上报文号"), max_length=60, required=False)
    reported_on = forms.DateField(label=gettext_lazy("上报日期"), initial=clock.today)


class InForceForm(StepForm):
    """The day, and a word where the book has carried another sum into the year."""

    on = forms.DateField(label=gettext_lazy("执行日期"), initial=clock.today)
    note = forms.CharField(label=gettext_lazy("上年结余与账簿不同，仍按预算执行的理由"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = other_carried(self.obj)
        if known is None:
            del self.fields["note"]
        else:
            facts = {"known": shown(known), "carried": shown(self.obj.carried)}
            self.fields["note"].help_text = _("账簿 %(known)s 元，预算 %(carried)s 元。") % facts


class ReasonedForm(StepForm):
    """A text of its own: that of the budget it follows is no answer to why there is another."""

    def _known(self) -> dict[str, Any]:
        return {}


class AdjustForm(ReasonedForm):
    text = forms.CharField(label=gettext_lazy("调整理由"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


class CloseYearForm(ReasonedForm):
    text = forms.CharField(
        label=gettext_lazy("决算说明"), widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, required=False
    )
