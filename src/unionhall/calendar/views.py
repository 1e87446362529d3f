"""The year calendar of the office, and the page on which next year's official days are entered."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from unionhall.accounts.roles import in_office
from unionhall.calendar import grid, official, selectors, services
from unionhall.calendar.forms import YearForm
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.pages.guards import needs

LAST = 2099  # the lunar tables are sure until then


@require_safe
@needs(in_office)
def this_year(request: HttpRequest) -> HttpResponse:
    """On to the present year."""
    return redirect("calendar.year", clock.today().year)


@require_safe
@needs(in_office)
def year(request: HttpRequest, number: int) -> HttpResponse:
    """Twelve months with days off and make-up days; says so plainly when the official calendar is not yet known."""
    shown = selectors.year(_sensible(number))
    context = {
        "year": shown,
        "months": grid.months(shown),
        "before": number - 1 if number > _first() else None,
        "after": number + 1 if number < LAST else None,
        "today": clock.today(),
    }
    return render(request, "calendar/year.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(in_office)
def enter(request: HttpRequest, number: int) -> HttpResponse:
    """Enter or mend a year's official days; 422 with the line that cannot be read."""
    known = selectors.year(_sensible(number))
    form = YearForm(request.POST) if request.method == "POST" else YearForm(initial=_initial(known))
    if form.is_valid():
        try:
            services.enter(by=request.user, year=number, **form.cleaned_data)
        except Blocked as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(request, _("已录入 %(year)s 年的放假安排。") % {"year": number})
            return redirect("calendar.year", number)
    return render(request, "calendar/enter.html", {"year": known, "form": form}, status=422 if form.errors else 200)


def _initial(known: selectors.Year) -> dict[str, str]:
    if not known.is_known:
        return {}
    return {"source": known.entry.source if known.entry else "", "text": "\n".join(services.lines_of(known))}


def _first() -> int:
    return min(official.shipped())


def _sensible(number: int) -> int:
    if not _first() <= number <= LAST:
        raise Http404
    return number
