"""Drives as lists and pages show them: what came in, what went out, what is left."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from unionhall.care.flow.drive import PayState
from unionhall.care.kinds.drive import Way
from unionhall.care.models import Attestation, Drive, DrivePayment, Gift, Goods
from unionhall.kernel.money import MoneyField

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Account:
    """The open account of a drive, in yuan: `came` is `paid` and `left` together, to the fen (DON-08); goods apart."""

    cash: Decimal
    transfers: Decimal
    paid: Decimal
    asked: Decimal
    left: Decimal
    gifts: int
    unconfirmed: int
    pieces: int
    pieces_handed: int
    worth: Decimal
    worth_handed: Decimal

    @property
    def came(self) -> Decimal:
        """All that came in."""
        return self.cash + self.transfers


def rows(user: Any) -> QuerySet[Drive]:
    """The drives one may see, with what came in and how many donations stand."""
    gifts = Gift.objects.filter(drive=OuterRef("pk")).order_by().values("drive")
    came = gifts.annotate(sum=Sum("amount")).values("sum")
    standing = gifts.filter(reverses=None, reversed_by=None).annotate(n=Count("pk")).values("n")
    return Drive.objects.visible_to(user).annotate(
        came=Coalesce(Subquery(came, output_field=MoneyField()), 0, output_field=MoneyField()),
        gift_count=Coalesce(Subquery(standing), 0),
    )


def account(drive: Drive) -> Account:
    """What came in and went out, each summed from its own rows, and the balance as it is kept; five queries."""
    came = Gift.objects.filter(drive=drive).aggregate(
        cash=Sum("amount", filter=Q(way=Way.CASH)), transfers=Sum("amount", filter=Q(way=Way.TRANSFER))
    )
    went = DrivePayment.objects.filter(drive=drive).aggregate(
        paid=Sum("amount", filter=Q(state=PayState.PAID)), asked=Sum("amount", filter=Q(state=PayState.ASKED))
    )
    handed = Q(handed_on__isnull=False)
    goods = (
        Goods.objects.standing()
        .filter(drive=drive)
        .aggregate(
            all=Sum("pieces"),
            handed=Sum("pieces", filter=handed),
            given=Sum("worth"),
            gone=Sum("worth", filter=handed),
        )
    )
    return Account(
        cash=came["cash"] or NOTHING,
        transfers=came["transfers"] or NOTHING,
        paid=went["paid"] or NOTHING,
        asked=went["asked"] or NOTHING,
        left=drive.balance,
        gifts=drive.gifts.standing().count(),
        unconfirmed=Attestation.objects.waiting().filter(gift__drive=drive).count(),
        pieces=goods["all"] or 0,
        pieces_handed=goods["handed"] or 0,
        worth=goods["given"] or NOTHING,
        worth_handed=goods["gone"] or NOTHING,
    )
