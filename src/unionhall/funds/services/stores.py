"""Goods that leave the store: handed on by a module above, in the book at once, once."""

from collections.abc import Iterable
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.models import Fund, Voucher
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import chart
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import vouchers


@transaction.atomic
def hand_on(
    subject: models.Model,
    *,
    by: User,
    fund: Fund,
    fen: int,
    on: date,
    text: str,
    account: str = chart.OTHER_EXPENSE,
    key: str = "",
    evidence: Iterable[Evidence] = (),
) -> Voucher:
    """Goods of a purse were handed on, by their declared value in fen; the voucher waits for the accountant (待制单).

    No money moves. `account` is the expense where the goods are the union's own. With a `key` it is booked once and found
    again. Who may is the caller's affair. Raises Blocked for more than is in store, a settled purse, or a closed month.
    """
    known = Voucher.objects.filter(key=key).first() if key else None
    if known:
        return known
    if fen <= 0:
        raise Blocked(_("物品价值应大于零。"))
    voucher = Voucher(on=on, text=text, kind=VoucherKind.TRANSFER, handled_by=by, state=VoucherState.RECEIVED, key=key)
    lines = [
        Line(chart.payment_account(fund.kind, account), debit=fen, fund=fund),
        Line(chart.GOODS, credit=fen, fund=fund),
    ]
    return vouchers.write(voucher, lines, by=by, subject=subject, evidence=evidence, verb="funds.vouchers.hand_on")
