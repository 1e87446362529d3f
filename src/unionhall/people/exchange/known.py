"""What the union knows before an import: read once, so that 10,000 rows cost a handful of queries."""

from collections.abc import Iterator

from unionhall.people.choices import Employment, UnitKind
from unionhall.people.exchange.reading import Entry
from unionhall.people.models import Department, Membership, Person, Unit


class Known:
    """People by staff number and by identity number, open memberships, cards in use, and standing places by name.

    Outsiders (counsellors, the upper union) are on no roster, but their numbers are taken.
    """

    def __init__(self) -> None:
        everybody = list(Person.objects.select_related("department", "unit__parent"))
        self.by_number = {one.staff_no: one for one in everybody if one.employment != Employment.EXTERNAL}
        self.outsiders = {one.staff_no for one in everybody if one.employment == Employment.EXTERNAL}
        self.by_paper = {one.id_number: one for one in everybody if one.id_number}
        self.spells = {spell.person_id: spell for spell in Membership.objects.open()}
        self.cards = {spell.card_no: spell.person_id for spell in self.spells.values() if spell.card_no}
        self.departments = {place.name: place for place in Department.objects.filter(ended_on=None)}
        self.branches, self.groups = standing_units()

    def person_for(self, entry: Entry) -> Person | None:
        """The person a row means: by staff number; a returner with a new number is known by the identity number."""
        paper = self.by_paper.get(entry.facts.get("id_number", ""))
        return self.by_number.get(entry.staff_no) or (paper if paper is not None and paper.left_on else None)

    @property
    def on_roster(self) -> int:
        """How many people have not left."""
        return sum(not person.left_on for person in self.by_number.values())

    def leavers(self, entries: list[Entry]) -> Iterator[Person]:
        """Who is on the roster but in no row, neither by staff number nor by identity number."""
        numbers = {entry.staff_no for entry in entries}
        papers = {entry.facts.get("id_number") for entry in entries}
        for number, person in self.by_number.items():
            if not person.left_on and number not in numbers and (person.id_number or "none") not in papers:
                yield person


def standing_units() -> tuple[dict[str, Unit], dict[tuple[str, str], Unit]]:
    """The branches by name, and the groups by the names of branch and group."""
    units = list(Unit.objects.filter(ended_on=None).select_related("parent"))
    branches = {unit.name: unit for unit in units if unit.kind == UnitKind.BRANCH}
    return branches, {(unit.parent.name, unit.name): unit for unit in units if unit.kind == UnitKind.GROUP}
