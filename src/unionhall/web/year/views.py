"""The year's page and the door to it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import is_chair
from unionhall.accounts.tenancy import current_union
from unionhall.figures.scope import Scope
from unionhall.kernel import clock
from unionhall.pages.guards import needs
from unionhall.web.frame import address
from unionhall.web.year.marks import told
from unionhall.web.year.rooms import rooms

FIRST_YEAR = 1949


@require_safe
@needs(is_chair)
def year(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """One year, the present one unless the address names another; years to come do not exist yet."""
    present = clock.today().year
    number = number or present
    if not FIRST_YEAR <= number <= present:
        raise Http404
    scope = Scope(current_union(), date(number, 1, 1), date(number, 12, 31))
    return render(
        request,
        "web/year.html",
        {
            "year": number,
            "present": present,
            "rooms": rooms(request.user, scope),
            "told": told(scope),
            "today": clock.today(),
            "report_url": address("duty.create"),
        },
    )
