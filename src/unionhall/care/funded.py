"""What care asks money for, told to the book: who sees the record, where it stands, whom to tell once it is paid."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from unionhall.care.models import DrivePayment
from unionhall.care.services import drives
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
)
