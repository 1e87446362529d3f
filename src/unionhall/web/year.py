"""The chair's page: the year by month and by room, and what the report cannot yet say."""
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.accounts.roles import is_chair
from unionhall.kernel import clock
from unionhall.pages.guards import needs


@require_safe
@needs(is_chair)
def year(request: HttpRequest) -> HttpResponse:
    """The present year."""
    return render(request, "web/year.html", {"year": clock.today().year})
