"""Care at one glance: this year's figures, each of which opens its list."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import in_office
from unionhall.accounts.tenancy import current_union
from unionhall.care.figures import aid, visits
from unionhall.figures.scope import Scope
from unionhall.kernel import clock
from unionhall.pages.guards import needs


@require_safe
@needs(in_office)
def glance(request: HttpRequest) -> HttpResponse:
    """What fell due and how soon it was done, what was brought, what was collected; from New Year's Day until today."""
    today = clock.today()
    scope = Scope(current_union(), date(today.year, 1, 1), today)
    due = (visits.due, visits.done, visits.must_rate, visits.time_rate, visits.days_to_visit)
    given = (visits.visits, visits.people, visits.cash, visits.goods, aid.donated, visits.unconfirmed)
    context = {"scope": scope, "due": [one(scope) for one in due], "given": [one(scope) for one in given]}
    return render(request, "care/desk.html", context)
