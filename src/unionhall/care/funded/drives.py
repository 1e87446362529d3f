"""What a collection takes in and pays out, told to the book."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import Drive, DrivePayment, Gift, Goods
from unionhall.care.permissions import sees_donors
from unionhall.care.services import drives
from unionhall.care.services.drives import gifts, goods
from unionhall.funds import subjects
from unionhall.funds.kinds.pack import PieceKind
from unionhall.funds.plain import Evidence
from unionhall.pages.values import day


def of_drive(payment: DrivePayment, user: Any) -> str:
    """The drive a payment comes out of, at the desk."""
    return reverse("care.drives.detail", args=[payment.drive_id])


def shown_for_drive(payment: DrivePayment) -> Iterator[Evidence]:
    """For what it was collected, and that it was received."""
    yield Evidence(PieceKind.PLAN, f"{payment.drive.number} {payment.drive.title}", of_drive(payment, None))
    if payment.signed_on:
        words = _("受助人%(day)s签收") % {"day": day(payment.signed_on)}
        yield Evidence(PieceKind.SIGN_OFF, words, of_drive(payment, None))


subjects.take(
    DrivePayment,
    rows=lambda user: DrivePayment.objects.visible_to(user),
    url=of_drive,
    evidence=shown_for_drive,
    paid=drives.settled,
    taken_back=drives.taken_back,
)


def of_account(drive: Drive, user: Any) -> str:
    """The drive at the desk, of which the book moves what is left."""
    return reverse("care.drives.detail", args=[drive.pk])


subjects.take(
    Drive,
    rows=lambda user: Drive.objects.visible_to(user) if sees_donors(user) else Drive.objects.none(),
    url=of_account,
    undone=drives.passed_back,
    passed_on=drives.passed_on,
)


def of_gift(gift: Gift | Goods, user: Any) -> str:
    """The drive something was given to: at the desk, or for its donor on the phone."""
    return reverse("care.drives.detail" if sees_donors(user) else "my.care.drive", args=[gift.drive_id])


subjects.take(Gift, rows=lambda user: Gift.objects.visible_to(user), url=of_gift, undone=gifts.undone)


subjects.take(Goods, rows=lambda user: Goods.objects.visible_to(user), url=of_gift, undone=goods.undone)
