"""The chart of accounts: the starting set, and what a union makes of it."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, only_once
from unionhall.funds.models import Account
from unionhall.funds.permissions.ledger import keeps_book
from unionhall.funds.rules import chart


def furnish() -> None:
    """The starting set is there, where the union has no account yet."""
    if not Account.objects.exists():
        Account.objects.bulk_create(
            [
                Account(
                    code=start.code,
                    name=start.name,
                    kind=chart.kind_of(start.code),
                    level=start.level,
                    source=chart.SOURCE,
                    checked=start.checked,
                )
                for start in chart.START
            ],
            ignore_conflicts=True,
        )


def named(codes: Iterable[str]) -> dict[str, Account]:
    """The accounts of these codes; raises Blocked when one is not in the chart or is closed."""
    codes = set(codes)
    accounts = _by_code(codes)
    if len(accounts) < len(codes):
        furnish()
        accounts = _by_code(codes)
    for code in sorted(codes):
        if code not in accounts or not accounts[code].is_open:
            raise Blocked(_("科目表里没有启用的科目“%(code)s”。") % {"code": code})
    return accounts


def _by_code(codes: set[str]) -> dict[str, Account]:
    return {account.code: account for account in Account.objects.filter(code__in=codes)}


@transaction.atomic
def begin(*, by: User) -> Account:
    """Write the starting set down, to be edited before the first voucher."""
    _check(by)
    furnish()
    account = Account.objects.earliest("code")
    audit.record("funds.accounts.begin", account, by=by, after={"accounts": Account.objects.count()})
    return account


@transaction.atomic
def add(*, by: User, code: str, name: str, level: str, source: str, checked: str) -> Account:
    """Open another account; its first digit says which element it belongs to, its first three which account it details."""
    _check(by)
    furnish()
    code = code.strip()
    if not (code.isascii() and code.isdigit() and len(code) in (3, 5, 7) and code[0] in "12345"):
        raise Blocked(_("科目编码用 3、5 或 7 位数字，首位 1 至 5 依次为资产、负债、净资产、收入、支出。"))
    if len(code) > 3 and not Account.objects.filter(code=code[:-2]).exists():
        raise Blocked(_("请先设置上级科目“%(code)s”。") % {"code": code[:-2]})
    account = Account(
        code=code, name=name.strip(), kind=chart.kind_of(code), level=level, source=source, checked=checked
    )
    with only_once(_("科目编码“%(code)s”已经用过。") % {"code": code}):
        account.save(force_insert=True)
    audit.record("funds.accounts.add", account, by=by, after=audit.snapshot(account, ["code", "name", "level"]))
    return account


@transaction.atomic
def amend(account: Account, *, by: User, name: str, level: str, source: str, checked: str, is_open: bool) -> None:
    """Change what an account is called and rests on; its code, and so its place, stays."""
    _check(by)
    fields = ["name", "level", "source", "checked", "is_open"]
    before = audit.snapshot(account, fields)
    account.name, account.level, account.source, account.checked, account.is_open = (
        name,
        level,
        source,
        checked,
        is_open,
    )
    account.save(update_fields=fields)
    audit.record("funds.accounts.amend", account, by=by, before=before, after=audit.snapshot(account, fields))


def _check(by: User) -> None:
    if not keeps_book(by):
        raise NotAllowed(_("会计科目由工会会计设置。"))
