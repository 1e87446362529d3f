"""Money and goods that come in: taken at a desk or by the bank, in the book at once, once."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.ledger import VoucherKind, Way
from unionhall.funds.models import Fund, Voucher
from unionhall.funds.plain import Evidence
from unionhall.funds.rules import chart
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import purses, vouchers


@transaction.atomic
def receive(
    subject: models.Model | None,
    *,
    by: User,
    fund: Fund | None,
    fen: int,
    way: str,
    on: date,
    text: str,
    payer: str = "",
    account: str = "",
    key: str = "",
    shares: Sequence[tuple[str, int]] = (),
    evidence: Iterable[Evidence] = (),
) -> Voucher:
    """What came in, in fen, into a purse (None: the union's own): a receipt that waits for the accountant (待制单).

    The purse has it at once. `account` names the income of the union's own money, other income when empty; `shares` says
    which accounts have how many fen of it, where it is not one. With a `key`
    the same receipt is booked once and found again. Who may receive is the caller's affair; whoever did cannot make the
    voucher (FIN-09). Raises Blocked for nothing or less, a settled purse, or a closed month.
    """
    known = Voucher.objects.filter(key=key).first() if key else None
    if known:
        return known
    if fen <= 0:
        raise Blocked(_("收款金额应大于零。"))
    fund = fund or purses.general()
    voucher = Voucher(
        on=on,
        text=f"{text}（{payer}）" if payer else text,
        kind=VoucherKind.TRANSFER if way == Way.GOODS else VoucherKind.RECEIPT,
        handled_by=by,
        state=VoucherState.RECEIVED,
        key=key,
    )
    credited = shares or [(chart.receipt_account(fund.kind, account), fen)]
    lines = [
        Line(chart.HELD_IN[Way(way)], debit=fen, fund=fund),
        *(Line(code, credit=share, fund=fund) for code, share in credited if share),
    ]
    return vouchers.write(voucher, lines, by=by, subject=subject, evidence=evidence, verb="funds.vouchers.receive")
