"""What a request says, saved with whom it pays."""

from collections.abc import Iterable
from datetime import date
from typing import NotRequired, TypedDict

from django.utils.translation import gettext as _

from unionhall.flows import Blocked
from unionhall.funds.kinds.purpose import CODES, Purpose
from unionhall.funds.models import Fund, RequestPayee, SpendingRequest
from unionhall.funds.plain import Payee
from unionhall.funds.services import checks
from unionhall.kernel.money import to_yuan

LARGEST = 10**11  # fen; a billion yuan is a slip of the hand


class Asked(TypedDict):
    """What a request says: what for, whom it pays, from which fund (None: the union's own money), by when, and why."""

    title: str
    purpose: str
    payees: Iterable[Payee]
    fund: NotRequired[Fund | None]
    needed_on: NotRequired[date | None]
    text: NotRequired[str]


def write(request: SpendingRequest, asked: Asked) -> None:
    """Save what is asked with its payees and their sum; raises Blocked for nobody, a negative or an empty amount."""
    request.title = checks.given(asked["title"], _("请填事由。"))
    payees, fund = list(asked["payees"]), asked.get("fund")
    for payee in payees:
        _check_payee(payee)
    if not payees:
        raise Blocked(_("请写明付给谁、多少钱。"))
    request.purpose, request.account = asked["purpose"], CODES[Purpose(asked["purpose"])]
    request.fund = None if fund is None or fund.is_general else fund
    request.needed_on, request.text = asked.get("needed_on"), asked.get("text", "").strip()
    request.cash, request.goods = to_yuan(sum(one.cash for one in payees)), to_yuan(sum(one.goods for one in payees))
    request.amount = request.cash + request.goods
    request.save()
    lines = [_line(request, order, one) for order, one in enumerate(payees)]
    RequestPayee.objects.bulk_create(lines, batch_size=500)


def _line(request: SpendingRequest, order: int, payee: Payee) -> RequestPayee:
    return RequestPayee(
        request=request,
        order=order,
        person=payee.person,
        name=payee.name or payee.person.name,
        cash=to_yuan(payee.cash),
        goods=to_yuan(payee.goods),
        text=payee.text,
    )


def _check_payee(payee: Payee) -> None:
    who = payee.name.strip() or (payee.person and payee.person.name)
    if not who:
        raise Blocked(_("有一行没有写收款方。"))
    if min(payee.cash, payee.goods) < 0 or not (payee.cash or payee.goods):
        raise Blocked(_("“%(who)s”的金额应大于零。") % {"who": who})
    if payee.cash + payee.goods > LARGEST:
        raise Blocked(_("“%(who)s”的金额超出可能的范围，请核对。") % {"who": who})
