"""What is left of a drive goes into the mutual-aid fund: the accountant's transfer between two purses, paid to nobody."""

from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.care.flow.drive import DriveState, PayState
from unionhall.care.kinds.drive import Goal, Remainder
from unionhall.care.models import Drive, DrivePayment
from unionhall.care.services.drives.gifts import take
from unionhall.care.services.drives.paying import came_back
from unionhall.flows import Blocked
from unionhall.funds.models import Voucher
from unionhall.kernel import clock


def passed_on(voucher: Voucher, by: User) -> None:
    """The drive's account shows where its remainder went. Raises Blocked against the rule said at the start (DON-03)."""
    drive = Drive.objects.get(pk=voucher.subject_id)
    if reason := _problem(drive):
        raise Blocked(reason)
    today = clock.today()
    payment = DrivePayment.objects.create(
        drive=drive, goal=Goal.REMAINDER, amount=drive.balance, note=voucher.text, asked_on=today, paid_on=today,
        state=PayState.PAID,
    )  # fmt: skip
    take(drive, payment.amount)
    audit.record("care.drive.pass_on", payment, by=by, after={"amount": payment.amount, "voucher": str(voucher)})


def passed_back(voucher: Voucher, by: User, reason: str) -> None:
    """The accountant reversed the transfer: the remainder is in the drive again."""
    came_back(DrivePayment.objects.paid().get(drive=voucher.subject_id, goal=Goal.REMAINDER), by, reason)


def _problem(drive: Drive) -> str | None:
    if drive.state != DriveState.CLOSED:
        return _("截止募集后才能处理结余。")
    if drive.remainder != Remainder.FUND:
        return _("发起时约定的结余处理是“%(rule)s”，不能转入其他资金；改变用途须征得捐款人同意（DON-03）。") % {
            "rule": drive.get_remainder_display()
        }
    if drive.payments.filter(state=PayState.ASKED).exists():
        return _("还有待支付的款项，支付后才能处理结余。")
    if drive.goods.standing().filter(handed_on=None).exists():
        return _("还有没有交付的捐赠物品，交付后才能处理结余。")
    return None
