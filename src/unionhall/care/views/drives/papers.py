"""What comes into a drive as a file, and what leaves it on paper."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from unionhall.care.exchange.transfers import TransferImporter
from unionhall.care.flow.drive import DRIVES
from unionhall.care.models import Drive
from unionhall.care.permissions import sees_donors, takes_donations
from unionhall.files.views import filled
from unionhall.pages.guards import needs
from unionhall.pages.imports import ImportPages

PAPERS = ("details", "account")


def importer(user: Any, pk: UUID) -> TransferImporter:
    """For a drive that takes donations."""
    drive = Drive.objects.visible_to(user).filter(pk=pk).first()
    if drive is None:
        raise Http404
    DRIVES.check(drive, "receive", by=user)
    return TransferImporter(drive)


transfer_import = ImportPages(
    name="care.drives.import",
    path="office/care/drives/<uuid:pk>/import",
    who=takes_donations,
    done="care.drives.detail",
    importer=importer,
)


@require_POST
@needs(sees_donors)
def paper(request: HttpRequest, pk: UUID, which: str) -> HttpResponse:
    """The list of donations, or the account as it is posted, in Word; recorded before it leaves."""
    drive = get_object_or_404(Drive.objects.visible_to(request.user), pk=pk)
    if which not in PAPERS:
        raise Http404
    return filled(request, f"care.{which}", drive, rows=drive.gifts.count())
