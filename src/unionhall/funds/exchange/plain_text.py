"""The book in the plain-text language of Beancount, so that a program that is not ours can check it.

Every purse is a last part of its account's name, `Assets:102-银行存款:F001`; balances at the end of the last day are asserted,
so the checker adds everything up by itself and compares.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from django.db.models import Sum

from unionhall.accounts.tenancy import current_union
from unionhall.funds.kinds.ledger import AccountKind
from unionhall.funds.models import Account, Entry, Fund

ROOTS = {
    AccountKind.ASSET: "Assets",
    AccountKind.LIABILITY: "Liabilities",
    AccountKind.NET: "Equity",
    AccountKind.INCOME: "Income",
    AccountKind.EXPENSE: "Expenses",
}
CURRENCY = "CNY"


def text(first: date, last: date) -> str:
    """The vouchers dated between two days, both inclusive; what came before as one transaction on the first day."""
    entries = Entry.objects.within(first, last).select_related("voucher", "account", "fund")
    ordered = list(entries.order_by("voucher__on", "voucher__kind", "voucher__serial", "order"))
    opening = _sums(Entry.objects.filter(voucher__on__lt=first))
    closing = _sums(Entry.objects.filter(voucher__on__lte=last))
    used = sorted({(e.account, e.fund) for e in ordered} | opening.keys() | closing.keys(), key=_name)
    parts = [*_head(used, first), *_opening(opening, first), *_transactions(ordered), *_assertions(closing, last)]
    return "\n".join(parts) + "\n"


Place = tuple[Account, Fund]


def _sums(entries: Iterable[Entry]) -> dict[Place, str]:
    """What each account holds of each purse, in yuan as text, those at nothing too."""
    rows = entries.order_by().values_list("account", "fund").annotate(sum=Sum("amount"))
    accounts, funds = Account.objects.in_bulk(), Fund.objects.in_bulk()
    return {(accounts[account], funds[fund]): f"{amount:.2f}" for account, fund, amount in rows}


def _name(place: Place) -> str:
    account, fund = place
    plain = "".join(letter for letter in account.name if letter.isalnum())
    return f"{ROOTS[AccountKind(account.kind)]}:{account.code}-{plain}:F{fund.number}"


def _head(used: list[Place], first: date) -> Iterator[str]:
    yield f'option "title" {_quoted(current_union().name)}'
    yield f'option "operating_currency" "{CURRENCY}"'
    for place in used:
        yield f"{first} open {_name(place)} {CURRENCY}"
        yield f"  purse: {_quoted(place[1].title)}"


def _opening(sums: dict[Place, str], first: date) -> Iterator[str]:
    lines = [(_name(place), amount) for place, amount in sums.items() if amount != "0.00"]
    if lines:
        yield from _transaction(first, "000", "期初余额", sorted(lines))


def _transactions(entries: list[Entry]) -> Iterator[str]:
    for voucher, group in groupby(entries, key=lambda entry: entry.voucher):
        lines = [(_name((entry.account, entry.fund)), f"{entry.amount:.2f}") for entry in group]
        yield from _transaction(voucher.on, str(voucher), voucher.text, lines)


def _transaction(on: date, number: str, words: str, lines: list[tuple[str, str]]) -> Iterator[str]:
    yield f"{on} * {_quoted(number)} {_quoted(words)}"
    for name, amount in lines:
        yield f"  {name}  {amount} {CURRENCY}"


def _assertions(closing: dict[Place, str], last: date) -> Iterator[str]:
    """A balance is asserted of the beginning of a day, hence of the day after the last."""
    for place, amount in sorted(closing.items(), key=lambda item: _name(item[0])):
        yield f"{last + timedelta(days=1)} balance {_name(place)}  {amount} {CURRENCY}"


def _quoted(words: str) -> str:
    """As a string of the language: quotes and backslashes escaped as in JSON, line breaks as spaces."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)
