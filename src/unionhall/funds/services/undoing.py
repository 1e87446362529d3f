"""A voucher reversed at the accountant's desk: what it came from is told in the same transaction."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked
from unionhall.funds import subjects
from unionhall.funds.models import Voucher
from unionhall.funds.services import dues, vouchers


@transaction.atomic
def reverse(voucher: Voucher, *, by: User, on: date, reason: str) -> Voucher:
    """Reverse a voucher, and let the record it is about know; see `vouchers.reverse`.

    Raises Blocked for the voucher of a request, whose payment is taken back on the request itself.
    """
    request = voucher.requests.first()
    if request is not None:
        raise Blocked(
            _("这张凭证来自经费申请%(number)s，请在那笔申请里“退回付款”，预算和事项记录随之更正。")
            % {"number": request.number}
        )
    turned = vouchers.reverse(voucher, by=by, on=on, reason=reason)
    dues.uncollected(voucher)
    subject = subjects.get(voucher.subject_type)
    if subject and subject.undone:
        subject.undone(voucher, by, reason)
    return turned
