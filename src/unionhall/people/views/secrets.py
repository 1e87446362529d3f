"""What stays masked until somebody with the right asks to see it, which the person concerned can read (PRI-04, PRI-06)."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from unionhall.accounts.roles import in_office
from unionhall.audit import services as audit
from unionhall.pages.guards import needs
from unionhall.people import permissions, selectors
from unionhall.people.models import Person

WHO = {"id_number": in_office, "phone": permissions.may_see_person, "address": in_office}


def label_of(field: str) -> str:
    """What a field is called."""
    return str(Person._meta.get_field(field).verbose_name)


def revealable(person: Person, user: Any) -> list[dict[str, str]]:
    """The masked fields that hold something and that this reader may ask to see."""
    return [
        {"name": name, "label": label_of(name)}
        for name, who in WHO.items()
        if getattr(person, name) and who(user, person)
    ]


@require_POST
@needs(permissions.may_list)
def reveal(request: HttpRequest, pk: UUID, field: str) -> HttpResponse:
    """Show one masked field; the look is logged before anything is shown."""
    person = get_object_or_404(selectors.rows(request.user), pk=pk)
    if field not in WHO or not WHO[field](request.user, person):
        raise Http404
    audit.read(person, by=request.user, what=Person._meta.get_field(field).verbose_name)
    return render(
        request, "people/revealed.html", {"person": person, "label": label_of(field), "value": getattr(person, field)}
    )
