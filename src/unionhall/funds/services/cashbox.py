"""Cash in hand: what the box holds is never below zero, however much the union's own purse may owe."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from django.db.models import F, Sum
from django.utils.translation import gettext as _

from unionhall.flows import Blocked
from unionhall.funds.flow.request import State
from unionhall.funds.kinds.ledger import Way
from unionhall.funds.models import Account, Payment
from unionhall.funds.rules.chart import CASH
from unionhall.funds.rules.entries import Line
from unionhall.kernel.money import as_column, shown, to_yuan


def check(lines: Iterable[Line]) -> None:
    """Whether the box can bear these lines, its row locked: the balance follows when the voucher is sealed.

    Raises Blocked when it would be empty before everything is paid out.
    """
    net: Counter[str] = Counter()
    for line in lines:
        if line.account.startswith(CASH):
            net[line.account] += line.fen
    for code, fen in sorted(net.items()):
        if fen < 0 and not _holds(code, -fen):
            raise Blocked(_short(to_yuan(-fen), _in_hand(code)))


def check_payment(amount: Decimal) -> None:
    """Whether there is so much cash, in yuan, beside what was paid out of it and is not booked yet; raises Blocked."""
    paid = Payment.objects.standing().filter(way=Way.CASH, request__state=State.PAID)
    left = _in_hand(CASH) - (paid.aggregate(sum=Sum("amount"))["sum"] or Decimal(0))
    if amount > left:
        raise Blocked(_short(amount, max(left, Decimal(0))))


def _holds(code: str, fen: int) -> bool:
    enough = Account.objects.filter(code=code, in_hand__gte=as_column(to_yuan(fen)))
    return bool(enough.update(is_open=F("is_open")))


def _in_hand(code: str) -> Decimal:
    return Account.objects.filter(code__startswith=code).aggregate(sum=Sum("in_hand"))["sum"] or to_yuan(0)


def _short(amount: Decimal, left: Decimal) -> str:
    return _(
        "库存现金只有%(left)s元，不够付出%(amount)s元；现金不能为负，账款须相符（现金管理暂行条例第十二条）。请先从银行提取现金，或改用转账。"
    ) % {"left": shown(left), "amount": shown(amount)}
