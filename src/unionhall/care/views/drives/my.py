"""Drives on the phone: what is collected, the open account, one's own donations and their receipts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.care.flow.drive import PUBLIC, RUNNING
from unionhall.care.models import Drive, DrivePayment, Gift
from unionhall.care.permissions import has_page
from unionhall.care.selectors import drives as selectors
from unionhall.care.services import drives
from unionhall.files.views import filled
from unionhall.pages.guards import needs

SHOWN = 100


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """What is collected for now, and what was."""
    public = list(selectors.rows(request.user).filter(state__in=PUBLIC)[:SHOWN])
    running = [drive for drive in public if drive.state in RUNNING]
    return render(
        request, "care/drives/my_list.html", {"running": running, "over": [d for d in public if d not in running]}
    )


@require_safe
@needs(has_page)
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One drive: for what, under which rules, what came in, went out and is left; and what one gave oneself."""
    drive = get_object_or_404(Drive.objects.visible_to(request.user).select_related("beneficiary"), pk=pk)
    own = Gift.objects.filter(drive=drive, donor__user=request.user).standing()
    named = drive.gifts.standing().filter(is_anonymous=False).select_related("donor").order_by("given_on", "number")
    return render(
        request,
        "care/drives/my_show.html",
        {
            "drive": drive,
            "account": selectors.account(drive),
            "own": own,
            "named": named[:SHOWN],
            "payments": drive.payments.paid(),
            "purse": None,
            "is_for_me": drive.beneficiary is not None and drive.beneficiary.user_id == request.user.pk,
        },
    )


@require_POST
@needs(has_page)
def receipt(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The receipt of one donation, for the donor and for who keeps the money; recorded before it leaves."""
    gift = get_object_or_404(
        Gift.objects.visible_to(request.user).select_related("drive", "donor", "received_by"), pk=pk
    )
    return filled(request, "care.receipt", gift)


@require_POST
@needs(has_page)
def sign(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom a drive was for has the money."""
    mine = DrivePayment.objects.filter(drive__beneficiary__user=request.user).select_related("drive__beneficiary")
    payment = get_object_or_404(mine, pk=pk)
    drives.sign(payment, by=request.user)
    messages.success(request, _("已签收。"))
    return redirect("my.care.drive", pk=payment.drive_id)
