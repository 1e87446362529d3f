"""Statistics by department, by category and from session to session; every number opens its rows."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.pages.charts import Bar, Rows
from unionhall.pages.guards import needs
from unionhall.proposals import statistics
from unionhall.proposals.forms import SessionForm
from unionhall.proposals.permissions import oversees
from unionhall.proposals.selectors import pages

COLUMNS = {"departments": statistics.BY_CASE, "categories": statistics.BY_SHEET, "sessions": statistics.OVER_TIME}


@require_safe
@needs(oversees)
def show(request: HttpRequest) -> HttpResponse:
    """One session by department and category, all of them side by side; the latest unless another is asked for."""
    calls = list(pages.calls(request.user))
    form = SessionForm(request.GET or None, calls=calls)
    call = form.chosen()
    scope = statistics.scope_of(call) if call else None
    lines = {
        "departments": statistics.by_department(scope) if scope else [],
        "categories": statistics.by_category(scope) if scope else [],
        "sessions": statistics.by_session(calls),
    }
    context = {
        "form": form,
        "call": call,
        "tables": [_table(name, lines[name]) for name in COLUMNS],
    }
    return render(request, "proposals/statistics.html", context, status=200 if form.is_fine else 422)


def _table(name: str, lines: list[statistics.Line]) -> dict[str, Any]:
    """One table with its chart: lines, their numbers in the order of the columns."""
    asked = COLUMNS[name]
    first = next(iter(asked))
    bars = [Bar(line.short or line.label, line.readings[first].value, line.readings[first].url) for line in lines]
    return {
        "name": name,
        "heads": list(asked.values()),
        "lines": [(line.label, list(line.readings.values())) for line in lines],
        "chart": Rows(asked[first].label, bars, unit=asked[first].unit) if len(bars) > 1 else None,
    }
