"""How people and units are found in the global box."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.roles import in_office
from unionhall.people.models import Person, Unit
from unionhall.people.permissions import is_self, may_list
from unionhall.search.registry import index


def _person_url(person: Person, user: Any) -> str:
    return (
        reverse("people.mine")
        if is_self(user, person) and not may_list(user)
        else reverse("people.detail", args=[person.pk])
    )


def _unit_url(unit: Unit, user: Any) -> str:
    return reverse("people.units.detail", args=[unit.pk]) if in_office(user) else reverse("people.chart")


def _place(person: Person) -> str:
    return str(person.department or "")


index(
    Person,
    kind=_("职工"),
    title=str,
    names=lambda person: [person.name],
    about=_place,
    url=_person_url,
    keywords=lambda person: [person.staff_no],
    secrets=lambda person: [person.phone],
    related=("department",),
)
index(Unit, kind=_("工会组织"), title=str, url=_unit_url)
