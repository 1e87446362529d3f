"""The balances a union starts its book with."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds.flow.book import VoucherState
from unionhall.funds.kinds.ledger import VoucherKind
from unionhall.funds.models import Voucher
from unionhall.funds.rules.entries import Line
from unionhall.funds.services import vouchers


@transaction.atomic
def open_balances(*, by: User, on: date, lines: Sequence[Line]) -> Voucher:
    """The opening balances, as one voucher dated before every other; raises Blocked the second time."""
    vouchers.check_maker(by, None)
    if Voucher.objects.exclude(kind=VoucherKind.OPENING).filter(on__lt=on).exists():
        raise Blocked(_("期初余额的日期不能晚于已有的凭证。"))
    voucher = Voucher(on=on, text=_("期初余额"), kind=VoucherKind.OPENING, made_by=by, state=VoucherState.MADE)
    vouchers.write(voucher, lines, by=by, verb="funds.vouchers.open_balances")
    if Voucher.objects.filter(kind=VoucherKind.OPENING, reverses=None, reversed_by=None).count() > 1:
        raise Blocked(_("期初余额已经登记；登错了请先冲销再重新登记。"))
    return voucher
