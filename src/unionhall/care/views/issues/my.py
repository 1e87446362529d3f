"""One's own gifts on the phone: choose, show the code, see what was received."""

from uuid import UUID

import segno
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from unionhall.care import codes
from unionhall.care.permissions import has_page
from unionhall.care.selectors import issues as rows
from unionhall.care.services import gifts
from unionhall.flows import Blocked
from unionhall.pages.guards import needs

SHOWN = 30


@require_safe
@needs(has_page)
def listing(request: HttpRequest) -> HttpResponse:
    """What one is entitled to and has had."""
    shares = rows.own(request.user).prefetch_related("issue__packages")[:SHOWN]
    return render(request, "care/issues/my_list.html", {"shares": shares})


@require_POST
@needs(has_page)
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose one of the packages; chosen twice it is chosen once."""
    share = get_object_or_404(rows.own(request.user), pk=pk)
    package = next((one for one in share.issue.packages.all() if str(one.pk) == request.POST.get("package")), None)
    if package is None:
        raise Blocked(_("请选择本次发放的套餐。"))
    gifts.choose(share, by=request.user, package=package)
    return redirect("my.care.benefits")


@require_safe
@needs(has_page)
def ticket(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The QR picture to show where the gift is fetched; only one's own."""
    share = get_object_or_404(rows.own(request.user), pk=pk)
    desk = request.build_absolute_uri(reverse("care.issues.hand_out", args=[share.issue_id]))
    picture = segno.make(f"{desk}?code={codes.signed(share.pk)}", error="m").svg_inline(border=2, omitsize=True)
    return render(request, "care/issues/my_ticket.html", {"share": share, "picture": mark_safe(picture)})
