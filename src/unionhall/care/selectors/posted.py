"""What the members of a branch were given within some days: the records behind a posting (CARE-20)."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from unionhall.care.models import Aid, Entitlement, Visit
from unionhall.care.rules.posting import Given
from unionhall.people.choices import UnitKind
from unionhall.people.models import Person, Unit


def by_branch(first: date, last: date) -> dict[UUID, list[Given]]:
    """What visits brought and what aid was paid from `first` to `last`, by the branch of who got it; few queries.

    Who belongs to no branch stands under the union itself.
    """
    found: dict[UUID, list[Given]] = defaultdict(list)
    at = _branches()
    visits = Visit.objects.standing().filter(visited_on__range=(first, last)).exclude(cash=0, goods=0)
    for visit in _with_person(visits):
        found[at[visit.person.unit_id]].append(_given(visit.person, visit.occasion, visit.total))
    for aid in _with_person(Aid.objects.given().filter(paid_on__range=(first, last))):
        found[at[aid.person.unit_id]].append(_given(aid.person, None, aid.total))
    return dict(found)


def gifts_of(first: date, last: date) -> dict[UUID, list[tuple[str, int]]]:
    """How many of each branch fetched which festival's gift from `first` to `last`."""
    rows = Entitlement.objects.issued().filter(signed_on__range=(first, last)).order_by()
    counts: dict[tuple[UUID, str], int] = defaultdict(int)
    at = _branches()
    for unit, title, count in rows.values_list("person__unit", "issue__title").annotate(count=Count("pk")):
        counts[at[unit], title] += count
    found: dict[UUID, list[tuple[str, int]]] = defaultdict(list)
    for (branch, title), count in sorted(counts.items(), key=lambda pair: pair[0][1]):
        found[branch].append((title, count))
    return dict(found)


def _with_person(rows: QuerySet) -> QuerySet[Any]:
    return rows.select_related("person__department")


def _given(person: Person, occasion: str | None, amount: Any) -> Given:
    return Given(person.name, person.department.name if person.department else "", occasion, amount)


class _Branches(dict):
    """The branch of each unit; the union itself for whatever belongs to none."""

    def __init__(self, root: UUID, branches: dict[UUID, UUID]) -> None:
        super().__init__(branches)
        self.root = root

    def __missing__(self, unit: UUID | None) -> UUID:
        return self.root


def _branches() -> _Branches:
    units = {unit.pk: unit for unit in Unit.objects.all()}
    for unit in units.values():
        unit.parent = units[unit.parent_id] if unit.parent_id else None
    root = next(unit.pk for unit in units.values() if unit.kind == UnitKind.UNION)
    return _Branches(root, {pk: unit.branch.pk for pk, unit in units.items() if unit.branch})
