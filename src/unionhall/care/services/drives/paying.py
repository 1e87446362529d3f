"""What goes out of a drive: to whom it was collected for, and what is left as was said at the start."""

from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DRIVES, PAYMENTS, DriveState, PayState
from unionhall.care.kinds.drive import Goal, Remainder
from unionhall.care.models import Drive, DrivePayment
from unionhall.care.services.drives import book
from unionhall.care.services.drives.gifts import add, take
from unionhall.care.services.paying import nothing_waits
from unionhall.flows import Blocked
from unionhall.funds.models import SpendingRequest
from unionhall.kernel import clock, money
from unionhall.notices import services as notices


@transaction.atomic
def ask_payment(drive: Drive, *, by: User, amount: Decimal, goal: str = Goal.AID, note: str = "") -> DrivePayment:
    """Ask for money out of the drive; it is paid by the cashier after approval.

    Raises Blocked when it asks for more than is left and not asked for yet, or for the remainder before the closing or
    against the rule said at the start (DON-03).
    """
    DRIVES.check(drive, "ask_payment", by=by)
    Drive.objects.filter(pk=drive.pk).update(state=drive.state)  # two who ask at once do so one after the other
    if amount <= 0:
        raise Blocked(_("支付金额应大于零。"))
    _check_left(drive, amount)
    _check_goal(drive, goal, amount)
    payment = DrivePayment.objects.create(drive=drive, goal=goal, amount=amount, note=note, asked_on=clock.today())
    audit.record("care.drive.ask_payment", payment, by=by, after={"amount": amount, "goal": goal}, reason=note)
    book.ask(payment, by=by)
    return payment


@transaction.atomic
def pay(payment: DrivePayment, *, by: User) -> None:
    """It was paid: once, and never more than there is."""
    PAYMENTS.fire(payment, "pay", by=by, fields={"paid_on": clock.today()})
    take(payment.drive, payment.amount)
    beneficiary = payment.drive.beneficiary
    if payment.goal == Goal.AID and beneficiary and beneficiary.user:
        notices.after_commit("care.drive.paid", payment, to=beneficiary.user, yuan=money.shown(payment.amount))


def sign(payment: DrivePayment, *, by: User) -> None:
    """Whom it was collected for has it: signed on the phone, or by the office from the paper that came back."""
    PAYMENTS.fire(payment, "sign", by=by, fields={"signed_on": clock.today()})


def drop(payment: DrivePayment, *, by: User, reason: str) -> None:
    """It will not be paid: its request was refused or withdrawn. Raises Blocked while that is still under way."""
    nothing_waits(payment, before=_("登记不支付"))
    PAYMENTS.fire(payment, "drop", by=by, note=reason)


def settled(request: SpendingRequest, by: User) -> None:
    """The cashier paid a request of a drive."""
    pay(DrivePayment.objects.select_related("drive__beneficiary__user").get(pk=request.subject_id), by=by)


def taken_back(request: SpendingRequest, by: User, reason: str) -> None:
    """The accountant took a payment back."""
    came_back(DrivePayment.objects.select_related("drive__beneficiary__user").get(pk=request.subject_id), by, reason)


def came_back(payment: DrivePayment, by: User, reason: str) -> None:
    """What was paid is in the drive again, whose account reopens if it was settled."""
    PAYMENTS.fire(payment, "take_back", by=by, note=reason, fields={"paid_on": None, "signed_on": None})
    if payment.drive.state == DriveState.SETTLED:
        DRIVES.fire(payment.drive, "reopen", by=by, note=reason)
    add(payment.drive, payment.amount)


def settle(drive: Drive, *, by: User, audit_opinion: str = "") -> None:
    """Close the account: nothing is left (guard), and all may read what came in and went out (DON-04)."""
    DRIVES.fire(drive, "settle", by=by, fields={"audit_opinion": audit_opinion})


def returned(drive: Drive) -> list[tuple[str, Decimal, Decimal]]:
    """Receipt number, amount given and amount given back, of every standing donation, were today's balance returned."""
    return [(gift.number, gift.amount, share) for gift, share in book.shared(drive, drive.balance)]


def _check_left(drive: Drive, amount: Decimal) -> None:
    drive.refresh_from_db(fields=["balance"])
    asked = drive.payments.filter(state=PayState.ASKED).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    if amount > drive.balance - asked:
        raise Blocked(
            _("结余%(left)s元，其中%(asked)s元已申请支付，不够再申请%(amount)s元（慈善法第五十四条，专款专用）。")
            % {"left": money.shown(drive.balance), "asked": money.shown(asked), "amount": money.shown(amount)}
        )


def _check_goal(drive: Drive, goal: str, amount: Decimal) -> None:
    if goal == Goal.REMAINDER and drive.state != DriveState.CLOSED:
        raise Blocked(_("截止募集后才能处理结余。"))
    if goal == Goal.REMAINDER and drive.remainder == Remainder.RETURN and amount != drive.balance:
        raise Blocked(
            _("结余按比例一次退还全部捐款人，请按全部结余%(left)s元申请（DON-07）。")
            % {"left": money.shown(drive.balance)}
        )
    if goal == Goal.REMAINDER and drive.remainder == Remainder.FUND:
        raise Blocked(
            _("结余按约定转入互助金，不作支付：请会计在“专项资金”里打开这次募捐的资金，办理“转出结余”（DON-07）。")
        )
    if goal == Goal.REMAINDER and drive.remainder == Remainder.BENEFICIARY:
        raise Blocked(_("发起时约定结余全部交付受助人，请按“交付受助人”申请；改变用途须征得捐款人同意（DON-03）。"))
    if goal == Goal.AID and drive.beneficiary is None:
        raise Blocked(_("这次募捐没有登记受助人，不能申请交付。"))
