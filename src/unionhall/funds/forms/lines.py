"""The lines of a voucher as a table in a form: account, debit, credit, purse; empty rows are left out."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from unionhall.funds.models import Account, Fund
from unionhall.funds.rules import entries
from unionhall.funds.rules.entries import Line
from unionhall.funds.selectors import ledger
from unionhall.kernel.money import to_fen
from unionhall.kernel.text import folded

AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,2}0*)?", re.ASCII)  # no 1e9, which would be typed by mistake or on purpose
CELLS = ("account", "fund", "debit", "credit", "text")


class LinesWidget(forms.Widget):
    """Rows of cells named `<field>-<row>-<cell>`; works without JavaScript."""

    template_name = "funds/widgets/lines.html"
    use_fieldset = True
    accounts: list[Account]
    funds: list[Fund]
    wrong: set[int]  # the rows at fault, from 0

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows, self.accounts, self.funds, self.wrong = rows, [], [], set()

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> list[dict[str, str]]:
        return [{cell: data.get(f"{name}-{row}-{cell}", "").strip() for cell in CELLS} for row in range(self.rows)]

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        given = list(value or [])
        rows = [(given[at] if at < len(given) else {}) | {"wrong": at in self.wrong} for at in range(self.rows)]
        known = {"rows": rows, "accounts": self.accounts, "funds": self.funds}
        return super().get_context(name, value, attrs) | known


class LinesField(forms.Field):
    """The filled rows, cleaned to the lines of a voucher that adds up."""

    def __init__(self, *, rows: int = 8, **kwargs: Any) -> None:
        super().__init__(widget=LinesWidget(rows), **kwargs)

    def ask(self) -> None:
        """Which accounts and purses there are to choose from, asked when the form is built."""
        self.widget.accounts = ledger.chart()
        self.widget.funds = list(Fund.objects.in_use())

    def clean(self, value: list[dict[str, str]]) -> list[Line]:
        """The lines; what speaks against one is said with its row, and the widget shows which rows are at fault."""
        filled = {at: row for at, row in enumerate(value) if row["account"] or row["debit"] or row["credit"]}
        lines, reasons = {}, {}
        for at, row in filled.items():
            try:
                lines[at] = self._line(row)
            except ValidationError as wrong:
                reasons[at] = wrong.message
        if reasons:
            self.widget.wrong = set(reasons)
            raise ValidationError([_("第%(row)s行：%(why)s") % {"row": at + 1, "why": reasons[at]} for at in reasons])
        if reason := entries.problem(list(lines.values())):
            self.widget.wrong = set(filled)
            raise ValidationError(reason)
        return list(lines.values())

    def _line(self, row: dict[str, str]) -> Line:
        fund = next((fund for fund in self.widget.funds if fund.number == row["fund"]), None)
        if row["fund"] and fund is None:
            raise ValidationError(_("没有编号为“%(number)s”的专项资金。") % {"number": row["fund"]})
        if not row["account"]:
            raise ValidationError(_("请选择科目。"))
        line = Line(row["account"], _fen(row["debit"]), _fen(row["credit"]), fund, row["text"])
        if reason := entries.line_problem(line):
            raise ValidationError(reason)
        return line


def _fen(text: str) -> int:
    """An amount typed in yuan, as fen; raises ValidationError."""
    plain = folded(text).replace(",", "") or "0"
    if AMOUNT.fullmatch(plain) is None:
        raise ValidationError(_("“%(text)s”不是金额，请填到分为止的数字。") % {"text": text[:20]})
    return to_fen(Decimal(plain))
