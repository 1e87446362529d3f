"""How a drive reaches the union's book: a purse of its own, a receipt for each donation, a request for each payment."""

from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.models import Drive, DrivePayment, Gift
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Fund, SpendingRequest, Voucher
from unionhall.funds.plain import Payee
from unionhall.funds.services import income, purses, spending, vouchers
from unionhall.kernel import clock, money


def open_purse(drive: Drive, *, by: User) -> Fund:
    """The drive's own purse, with the rule for the remainder said beforehand (DON-03, DON-07)."""
    return purses.open(
        title=drive.title, kind=FundKind.DRIVE, by=by, subject=drive, remainder_rule=str(drive.get_remainder_display())
    )


def purse_of(drive: Drive) -> Fund | None:
    """The purse of a drive; None before it is published."""
    return Fund.objects.about(drive).first()


def enter(gift: Gift, *, by: User, purse: Fund | None) -> Voucher:
    """A receipt in the book, once for each donation; it names no donor, since all readers of the book read it."""
    return income.receive(
        gift,
        by=by,
        fund=purse,
        fen=money.to_fen(gift.amount),
        way=Way(gift.way),
        on=gift.given_on,
        text=_("%(drive)s捐款 %(number)s") % {"drive": gift.drive.title, "number": gift.number},
        key=f"care.gift:{gift.pk}",
    )


def take_back(gift: Gift, *, by: User, reason: str) -> None:
    """Reverse the receipt of a donation that is reversed."""
    vouchers.reverse(Voucher.objects.about(gift).get(reverses=None), by=by, on=clock.today(), reason=reason)


def ask(payment: DrivePayment, *, by: User) -> SpendingRequest:
    """Ask for the payment out of the drive's purse; whoever pays it tells us (`settled`)."""
    drive = payment.drive
    payee = (
        Payee(person=drive.beneficiary, cash=money.to_fen(payment.amount))
        if payment.is_aid
        else Payee(name=str(drive.get_remainder_display())[:60], cash=money.to_fen(payment.amount))
    )
    return spending.ask(
        payment,
        by=by,
        title=_("%(drive)s：%(goal)s") % {"drive": drive.title, "goal": payment.get_goal_display()},
        purpose=Purpose.DONATED,
        payees=[payee],
        fund=purse_of(drive),
        text=payment.note or str(payment),
    )
