"""The forms of the book."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.funds.flow.book import PeriodState
from unionhall.funds.forms.lines import LinesField
from unionhall.funds.kinds.audit import AuditKind
from unionhall.funds.kinds.ledger import FundKind, Level
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.models import Disclosure, Fund, Period, Voucher
from unionhall.funds.rules.quarters import number_of, quarter_of
from unionhall.funds.selectors import ledger
from unionhall.kernel import clock
from unionhall.pages.forms import PickField, StepForm
from unionhall.rulebook.registry import Checked


class BookForm(StepForm):
    """A voucher as the accountant writes it by hand, with its paper."""

    on = forms.DateField(label=gettext_lazy("日期"))
    text = forms.CharField(label=gettext_lazy("摘要"), max_length=120)
    lines = LinesField(
        label=gettext_lazy("分录"),
        help_text=gettext_lazy("每行只填借方或贷方，借贷合计相等；不选资金来源的记在本会经费，不填摘要的用凭证摘要。"),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("原始单据类别"),
        choices=[(kind.value, kind.label) for kind in (PieceKind.RECEIPT, PieceKind.INVOICE, PieceKind.OTHER)],
    )
    upload = forms.FileField(
        label=gettext_lazy("原始单据"),
        help_text=gettext_lazy("银行回单、缴款单、更正说明等，没有单据不能记账（FIN-11）。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].ask()


class OpeningForm(StepForm):
    """The balances the book starts with."""

    on = forms.DateField(label=gettext_lazy("日期"))
    lines = LinesField(
        rows=20,
        label=gettext_lazy("期初余额"),
        help_text=gettext_lazy("资产填借方，负债、结转和结余填贷方；每种资金来源各自平衡。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lines"].ask()


class CarryForm(StepForm):
    """Which year."""

    year = forms.IntegerField(label=gettext_lazy("年度"), min_value=1950, max_value=2999)

    def _known(self) -> dict[str, Any]:
        """The year of the first month not closed, up to last year."""
        month = Period.objects.filter(state=PeriodState.OPEN).order_by("first_on").first()
        last = clock.today().year - 1
        return {"year": min(month.first_on.year, last) if month else last}


class ReverseForm(StepForm):
    """Why a voucher is reversed, and on which day."""

    on = forms.DateField(label=gettext_lazy("冲销日期"))
    reason = forms.CharField(label=gettext_lazy("冲销原因"), max_length=200)

    def _known(self) -> dict[str, Any]:
        """The last day, up to today, of the first month from the voucher's on that is open."""
        months = (
            Period.objects.filter(state=PeriodState.OPEN, first_on__gte=self.obj.on.replace(day=1))
            if self.obj
            else None
        )
        month = months.order_by("first_on").first() if months is not None else None
        return {"on": min(month.last_on, clock.today()) if month else clock.today()}


class AddAccountForm(StepForm):
    code = forms.RegexField(
        r"^[1-5]\d{2}(\d{2}){0,2}$",
        label=gettext_lazy("科目编码"),
        error_messages={"invalid": gettext_lazy("科目编码用 3、5 或 7 位数字，首位 1 至 5。")},
    )
    name = forms.CharField(label=gettext_lazy("科目名称"), max_length=40)
    level = forms.ChoiceField(label=gettext_lazy("适用级别"), choices=Level.choices)
    source = forms.CharField(label=gettext_lazy("依据"), max_length=120)
    checked = forms.ChoiceField(label=gettext_lazy("核对情况"), choices=Checked.choices)


class AmendAccountForm(AddAccountForm):
    is_open = forms.BooleanField(label=gettext_lazy("启用"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["code"]


class PurseForm(StepForm):
    """A restricted purse opened by the office itself; a collection opens its own."""

    title = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    kind = forms.ChoiceField(
        label=gettext_lazy("资金来源"),
        choices=[("", gettext_lazy("请选择")), *((kind, kind.label) for kind in FundKind if kind != FundKind.DRIVE)],
        help_text=gettext_lazy("职工互助金选“工会经费”；募捐的资金在发布募捐时自动开立。"),
    )
    remainder_rule = forms.CharField(label=gettext_lazy("结余处理办法"), max_length=200, required=False)


class PassOnForm(StepForm):
    """Where the remainder goes, and how that follows from what was said at the start."""

    to = PickField(
        lambda user: Fund.objects.visible_to(user),
        label=gettext_lazy("转入"),
        help_text=gettext_lazy("为此开立的专项资金，例如职工互助金；还没有的，先在“专项资金”里开立。"),
    )
    reason = forms.CharField(label=gettext_lazy("依据"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = self.fields["to"].queryset.for_remainder_of(self.obj)


class AuditForm(StepForm):
    title = forms.CharField(label=gettext_lazy("名称"), max_length=80)
    kind = forms.ChoiceField(label=gettext_lazy("类别"), choices=AuditKind.choices)
    first_on = forms.DateField(label=gettext_lazy("审查期间起"))
    last_on = forms.DateField(label=gettext_lazy("审查期间止"))


class FindingForm(StepForm):
    title = forms.CharField(label=gettext_lazy("问题"), max_length=80)
    text = forms.CharField(label=gettext_lazy("情况"), widget=forms.Textarea)
    clause = forms.CharField(label=gettext_lazy("依据"), max_length=120)
    due_on = forms.DateField(label=gettext_lazy("整改期限"))
    voucher = forms.CharField(
        label=gettext_lazy("涉及凭证"),
        required=False,
        max_length=20,
        help_text=gettext_lazy("年月和凭证号，例如 2023-05 付-012。"),
    )

    def _known(self) -> dict[str, Any]:
        return {}

    def clean_voucher(self) -> Voucher | None:
        """The voucher of that number."""
        text = self.cleaned_data["voucher"].strip()
        if not text:
            return None
        found = ledger.named(text)
        if found is None:
            raise ValidationError(_("没有找到凭证“%(text)s”。") % {"text": text})
        if self.obj and not self.obj.first_on <= found.on <= self.obj.last_on:
            raise ValidationError(_("凭证“%(text)s”不在审查期间内，请核对。") % {"text": text})
        return found


class OpinionForm(StepForm):
    opinion = forms.CharField(label=gettext_lazy("审查意见"), widget=forms.Textarea)


class MeasureForm(StepForm):
    measure = forms.CharField(label=gettext_lazy("整改情况"), widget=forms.Textarea)


class SendBackForm(StepForm):
    reason = forms.CharField(label=gettext_lazy("退回的理由"), max_length=200)


class DisclosureForm(StepForm):
    """Which quarter, of those with closed months, and a word beside the figures."""

    quarter = forms.ChoiceField(label=gettext_lazy("季度"))
    note = forms.CharField(
        label=gettext_lazy("说明"),
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("向全体会员公布，不出现个人姓名。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(f"{first}", _said(first)) for first in _quarters()]
        self.fields["quarter"].choices = known or [("", _("没有可以公布的季度"))]

    def clean_quarter(self) -> Any:
        """A day in it."""
        return forms.DateField().clean(self.cleaned_data["quarter"])


class SpanForm(forms.Form):
    """The days a report is about; the running month when nothing was asked."""

    first = forms.DateField(label=gettext_lazy("自"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    last = forms.DateField(label=gettext_lazy("至"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "first" in cleaned and "last" in cleaned and cleaned["last"] < cleaned["first"]:
            self.add_error("last", _("止日早于起日。"))
        return cleaned


def _quarters() -> list[date]:
    """The last eight quarters that can be told, newest first: no month of theirs is open, and they were not told yet."""
    months = [(quarter_of(day)[0], state) for day, state in Period.objects.values_list("first_on", "state")]
    waiting = {first for first, state in months if state == PeriodState.OPEN}
    told = set(Disclosure.objects.values_list("first_on", flat=True))
    return sorted({first for first, _state in months} - waiting - told, reverse=True)[:8]


def _said(first: date) -> str:
    return _("%(year)s年第%(quarter)s季度") % {"year": first.year, "quarter": number_of(first)}
