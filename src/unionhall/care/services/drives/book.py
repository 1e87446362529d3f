"""How a drive reaches the union's book: a purse of its own, a receipt for each donation, a request for each payment."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.care.models import Drive, DrivePayment, Gift, Goods
from unionhall.care.rules import drive as rules
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.kinds.purpose import Purpose
from unionhall.funds.models import Fund, SpendingRequest, Voucher
from unionhall.funds.plain import Payee
from unionhall.funds.services import income, purses, spending, stores, vouchers
from unionhall.kernel import clock, money

OUT = "care.goods.out:"


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


def enter_goods(goods: Goods, *, by: User) -> Voucher:
    """Things given are in the purse's store, by their declared value; the receipt names no donor."""
    return income.receive(
        goods,
        by=by,
        fund=purse_of(goods.drive),
        fen=money.to_fen(goods.worth),
        way=Way.GOODS,
        on=goods.given_on,
        text=_("%(drive)s捐赠物品：%(name)s %(pieces)s件") % _said(goods),
        key=f"care.goods:{goods.pk}",
    )


def hand_on(goods: Goods, *, by: User, on: date) -> Voucher:
    """They left the store."""
    purse = Fund.objects.about(goods.drive).get()
    fen = money.to_fen(goods.worth)
    text = _("%(drive)s交付物品：%(name)s %(pieces)s件") % _said(goods)
    return stores.hand_on(goods, by=by, fund=purse, fen=fen, on=on, text=text, key=key_out(goods))


def key_out(goods: Goods) -> str:
    """What makes the voucher of their handing on one: anew after a reversal."""
    turn = Voucher.objects.about(goods).exclude(reverses=None).count()
    return f"{OUT}{goods.pk}:{turn}"


def went_out(voucher: Voucher) -> bool:
    """Whether a voucher of goods is that of their handing on."""
    return voucher.key.startswith(OUT)


def _said(goods: Goods) -> dict[str, Any]:
    return {"drive": goods.drive.title, "name": goods.name, "pieces": goods.pieces}


def take_back(gift: Gift, *, by: User, reason: str) -> None:
    """Reverse the receipt of a donation that is reversed."""
    vouchers.reverse(Voucher.objects.about(gift).get(reverses=None), by=by, on=clock.today(), reason=reason)


def ask(payment: DrivePayment, *, by: User) -> SpendingRequest:
    """Ask for the payment out of the drive's purse; whoever pays it tells us (`settled`)."""
    drive = payment.drive
    return spending.ask(
        payment,
        by=by,
        title=_("%(drive)s：%(goal)s") % {"drive": drive.title, "goal": payment.get_goal_display()},
        purpose=Purpose.DONATED,
        payees=list(_payees(payment)),
        fund=purse_of(drive),
        text=payment.note or str(payment),
    )


def _payees(payment: DrivePayment) -> Iterator[Payee]:
    """Whom a payment reaches: the beneficiary; of a remainder to be returned every donor, on a line of their own (DON-07).

    An anonymous donor stands there by the number of the receipt, whom it is they read who keep the money (DON-05).
    """
    drive, fen = payment.drive, money.to_fen(payment.amount)
    if payment.is_aid:
        yield Payee(person=drive.beneficiary, cash=fen)
    else:
        for gift, share in shared(drive, payment.amount):
            if share:
                name = _("捐款人（收据%(number)s）") % {"number": gift.number} if gift.is_anonymous else gift.who
                yield Payee(person=gift.donor, name=name or gift.number, cash=money.to_fen(share), text=gift.number)


def shared(drive: Drive, amount: Decimal) -> list[tuple[Gift, Decimal]]:
    """Every standing donation with its share of an amount, in proportion and in total exactly it (DON-07)."""
    gifts = list(drive.gifts.standing().select_related("donor").order_by("number"))
    shares = rules.shares([gift.amount for gift in gifts], amount) if gifts else []
    return list(zip(gifts, shares, strict=True))
