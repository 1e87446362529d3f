"""What stands in the Word forms of the book: plain values only, since a union may lay the forms out anew."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from unionhall.accounts.tenancy import current_union
from unionhall.files import word
from unionhall.funds.kinds.ledger import AccountKind, FundKind
from unionhall.funds.models import Fund, Period, Voucher
from unionhall.funds.selectors import balances
from unionhall.kernel.money import in_words, shown
from unionhall.pages.values import day

HERE = Path(__file__).parent.parent / "word"
LINE = {"account": "102 银行存款", "fund": "本会经费", "text": "会费", "debit": "1.00", "credit": ""}
AMOUNT = {"number": 1, "code": "401", "name": "会费收入", "amount": "1.00"}
ENTRY = {
    "number": 1,
    "on": "2023年5月1日",
    "voucher": "收-001",
    "text": "捐款",
    "came": "1.00",
    "went": "",
    "left": "1.00",
}


def voucher(record: Voucher) -> dict[str, Any]:
    """记账凭证."""
    lines = record.entries.select_related("account", "fund")
    return {
        "union": current_union().name,
        "kind": str(record.get_kind_display()),
        "word": record.number,
        "on": day(record.on),
        "text": record.text,
        "rows": [
            {
                "account": str(line.account),
                "fund": str(line.fund),
                "text": line.text or record.text,
                "debit": _amount(line.debit),
                "credit": _amount(line.credit),
            }
            for line in lines
        ],
        "total": shown(record.total),
        "words": in_words(record.total),
        "papers": record.papers.count(),
        "made_by": _name(record.made_by),
        "reviewed_by": _name(record.reviewed_by),
        "handled_by": _name(record.handled_by),
    }


def month(period: Period) -> dict[str, Any]:
    """收支月报: income, spending and what is left of each source."""
    first, last = period.first_on, period.last_on
    year = first.replace(month=1)
    income, spending = (balances.details(first, last, kind) for kind in (AccountKind.INCOME, AccountKind.EXPENSE))
    return {
        "union": current_union().name,
        "month": str(period),
        "income": _lines(income),
        "spending": _lines(spending),
        "income_total": _total(income),
        "spending_total": _total(spending),
        "income_year": _total(balances.details(year, last, AccountKind.INCOME)),
        "spending_year": _total(balances.details(year, last, AccountKind.EXPENSE)),
        "left": [
            {"source": str(FundKind(kind).label), "amount": shown(amount)} for kind, amount in balances.by_source(last)
        ],
        "closed": day(period.closed_on) if period.closed_on else str(_("未结账")),
    }


def purse(fund: Fund) -> dict[str, Any]:
    """专项资金台账: every movement with what was left after it."""
    rows, left = [], 0
    entries = fund.entries.of("101", "102", "141").select_related("voucher").order_by("voucher__on", "voucher__serial")
    for number, entry in enumerate(entries, 1):
        left += entry.amount
        rows.append(
            {
                "number": number,
                "on": day(entry.voucher.on),
                "voucher": entry.voucher.number,
                "text": entry.text or entry.voucher.text,
                "came": _amount(entry.debit),
                "went": _amount(entry.credit),
                "left": shown(left),
            }
        )
    return {
        "union": current_union().name,
        "number": fund.number,
        "title": fund.title,
        "source": str(fund.get_kind_display()),
        "rule": fund.remainder_rule,
        "rows": rows,
        "left": shown(fund.left),
        "held": shown(fund.held),
    }


def _lines(lines: list[balances.Balance]) -> list[dict[str, Any]]:
    return [
        {"number": at, "code": line.code, "name": line.name, "amount": shown(line.moved)}
        for at, line in enumerate(lines, 1)
    ]


def _total(lines: list[balances.Balance]) -> str:
    return shown(sum(line.moved for line in lines) or balances.NOTHING)


def _amount(yuan: Any) -> str:
    return "" if yuan is None else shown(yuan)


def _name(user: Any) -> str:
    return user.name if user else ""


_UNION = {"union": "示范医院工会"}
FORMS = {
    "voucher": word.register(
        "funds.voucher",
        _("记账凭证"),
        template=HERE / "voucher.docx",
        context=voucher,
        sample=_UNION
        | {
            "kind": "收款凭证", "word": "收-001", "on": "2023年5月1日", "text": "会费", "rows": [LINE], "total": "1.00",
            "words": "壹元整", "papers": 1, "made_by": "会计", "reviewed_by": "主席", "handled_by": "出纳",
        },
    ),
    "month": word.register(
        "funds.month",
        _("收支月报"),
        template=HERE / "month.docx",
        context=month,
        sample=_UNION
        | {
            "month": "2023年5月", "income": [AMOUNT], "spending": [AMOUNT], "income_total": "1.00", "spending_total": "1.00",
            "income_year": "1.00", "spending_year": "1.00", "left": [{"source": "工会经费", "amount": "1.00"}], "closed": "未结账",
        },
    ),
    "purse": word.register(
        "funds.purse",
        _("专项资金台账"),
        template=HERE / "purse.docx",
        context=purse,
        sample=_UNION
        | {
            "number": "001", "title": "爱心捐款", "source": "职工捐款", "rule": "转入互助金", "rows": [ENTRY], "left": "1.00",
            "held": "0.00",
        },
    ),
}  # fmt: skip
