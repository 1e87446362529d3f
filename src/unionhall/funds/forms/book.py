"""What the accountant's desk asks: vouchers, the start and the end of a year, accounts."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from unionhall.funds.forms.lines import LinesField
from unionhall.funds.kinds.ledger import Level
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.selectors import months
from unionhall.kernel import clock
from unionhall.pages.forms import StepForm
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
        month = months.first_open()
        last = clock.today().year - 1
        return {"year": min(month.first_on.year, last) if month else last}


class ReverseForm(StepForm):
    """Why a voucher is reversed, and on which day."""

    on = forms.DateField(label=gettext_lazy("冲销日期"))
    reason = forms.CharField(label=gettext_lazy("冲销原因"), max_length=200)

    def _known(self) -> dict[str, Any]:
        """The last day, up to today, of the first month from the voucher's on that is open."""
        month = months.first_open(self.obj.on) if self.obj else None
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
