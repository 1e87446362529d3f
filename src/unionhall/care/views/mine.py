"""What the union did for me, on the phone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from unionhall.care import mine
from unionhall.care.permissions import has_page
from unionhall.pages.guards import needs
from unionhall.people.selectors import person_of


@require_safe
@needs(has_page)
def page(request: HttpRequest) -> HttpResponse:
    """Every part that has something to say; who stands on no roster is told so."""
    person = person_of(request.user)
    if person is None:
        return render(request, "people/nobody.html")
    parts = [(part, part.html(request)) for part in mine.parts(person, request.user)]
    return render(request, "care/my/page.html", {"parts": parts})
