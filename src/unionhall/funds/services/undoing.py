"""A voucher reversed at the accountant's desk: what it came from is told in the same transaction."""

from datetime import date

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW
from unionhall.funds.models import SpendingRequest, Voucher
from unionhall.funds.services import dues, reserving, vouchers


@transaction.atomic
def reverse(voucher: Voucher, *, by: User, on: date, reason: str) -> Voucher:
    """Reverse a voucher, and let the record it is about know; see `vouchers.reverse`.

    A request whose voucher this is waits to be booked again, since its money did leave (FIN-11): money that came back is
    taken back on the request itself.
    """
    turned = vouchers.reverse(voucher, by=by, on=on, reason=reason)
    request = voucher.requests.first()
    if request is not None:
        _wait_again(request, by, reason)
        return turned
    dues.uncollected(voucher)
    subject = subjects.get(voucher.subject_type)
    if subject and subject.undone:
        subject.undone(voucher, by, reason)
    return turned


def _wait_again(request: SpendingRequest, by: User, reason: str) -> None:
    """Paid as before and in no voucher; a restricted purse keeps the money for it, which the reversal gave back."""
    reserving.hold_again(request)
    FLOW.fire(request, "book_anew", by=by, note=reason, fields={"voucher": None, "booked_by": None})
