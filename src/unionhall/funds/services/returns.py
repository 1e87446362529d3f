"""A payment found to be wrong is taken back on the request's own road: nothing is edited, nothing is lost."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import NotAllowed
from unionhall.funds import subjects
from unionhall.funds.flow.request import FLOW, State
from unionhall.funds.models import Payment, SpendingRequest
from unionhall.funds.services import checks, reserving, vouchers
from unionhall.funds.services.telling import tell
from unionhall.kernel import clock


@transaction.atomic
def take_back(request: SpendingRequest, *, by: User, reason: str) -> None:
    """The money of a payment came back, or was never owed: by the accountant, who did not pay it (FIN-09).

    A booked one gets its contra voucher, dated today; budget or purse are free again, and the module it was asked for is
    told in the same transaction. Raises NotAllowed for who paid it, Blocked when the contra voucher cannot be booked.
    """
    reason = checks.given(reason, _("请写明退回的理由。"))
    FLOW.check(request, "take_back", by=by)
    if why_not := why_not_take_back(request, by):
        raise NotAllowed(why_not)
    voucher = request.voucher if request.state == State.BOOKED else None
    FLOW.fire(request, "take_back", by=by, note=reason)
    Payment.objects.filter(request=request).update(taken_back_on=clock.today(), taken_back_by=by)
    if voucher:
        vouchers.reverse(voucher, by=by, on=clock.today(), reason=reason)
        reserving.unspend(request, request.amount)
    else:
        reserving.release(request)
    subject = subjects.get(request.subject_type)
    if subject and subject.taken_back:
        subject.taken_back(request, by, reason)
    tell("taken_back", request, request.asked_by, reason=reason)


def why_not_take_back(request: SpendingRequest, by: User) -> str | None:
    """Why this person may not take a payment back, or None (FIN-09)."""
    if request.payment.by_id != by.pk:
        return None
    return _("付款的人不能办理退回，由会计办理（会计法（2024）出纳不相容岗位，FIN-09）。")
