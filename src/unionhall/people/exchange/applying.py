"""A preview written down: everything in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.people.choices import Entry as EntryKind
from unionhall.people.choices import RetainReason, UnitKind
from unionhall.people.exchange.comparing import facts_for
from unionhall.people.exchange.known import standing_units
from unionhall.people.exchange.lines import Comparison, Line, Places
from unionhall.people.exchange.reading import Entry
from unionhall.people.flow import HELD, State
from unionhall.people.models import Department, Membership, Person, Placement, Unit
from unionhall.people.services.accounts import open_accounts
from unionhall.people.services.trees import root_unit
from unionhall.search.services import reindex

BATCH = 1000
_PERSON_COLUMNS = [field.name for field in Person._meta.concrete_fields if field.name not in ("id", "union", "user")]
_FACTS = frozenset(_PERSON_COLUMNS) - {"department", "unit"}
_SPELL_COLUMNS = ["state", "card_no", "joined_on", "retained_on", "retained_reason"]


@transaction.atomic
def apply(found: Comparison, *, by: User, create_places: bool = False, leavers: bool = True) -> dict[str, int]:
    """Write a fresh comparison; rows with errors are left out. Returns what was written, by kind.

    Unknown departments, branches and groups are created only with `create_places`, else Blocked; `leavers` closes the
    roster rows of those who are missing (never deleted), on the day the roster describes.
    """
    if found.unknown and not create_places:
        raise Blocked(
            _("名册里有系统中还没有的科室或分工会：%(names)s。请确认新建后再导入。")
            % {"names": "、".join(list(found.unknown)[:8])}
        )
    desk = _Desk(found, by)
    desk.write_new(found.of("new"))
    desk.write_changed(found.of("changed"))
    gone = [line for line in found.of("left") if line.leaves] if leavers else []
    desk.write_leavers(gone)
    return found.counts | {"left": len(gone)}


class _Desk:
    """The places by name, and the writing of lines in batches."""

    def __init__(self, found: Comparison, by: User) -> None:
        self.as_of, self.by = found.as_of, by
        self.places = _Places(found)

    def write_new(self, lines: list[Line]) -> None:
        people = [self._person(line.entry) for line in lines]
        Person.objects.bulk_create(people, batch_size=BATCH)
        Placement.objects.bulk_create(
            [_placement(person, person.joined_on or self.as_of) for person in people], batch_size=BATCH
        )
        self._join((person, line.entry) for person, line in zip(people, lines, strict=True) if line.entry.is_member)
        self._record("people.import.new", ((person, {}, _told(person)) for person in people))
        open_accounts(people, by=self.by)
        reindex(people)

    def _person(self, entry: Entry) -> Person:
        person = Person(staff_no=entry.staff_no, **entry.facts)
        person.department, person.unit = self.places.of(entry)
        person.index_secrets()
        return person

    def write_changed(self, lines: list[Line]) -> None:
        before = [audit.snapshot(line.person, _columns_of(line)) for line in lines]
        moved = [line for line in lines if self._change(line)]
        people = [line.person for line in lines]
        Person.objects.bulk_create(
            people, update_conflicts=True, unique_fields=["id"], update_fields=_PERSON_COLUMNS, batch_size=BATCH
        )
        self._replace([line.person for line in moved])
        self._update_spells(lines)
        self._join((line.person, line.entry) for line in lines if line.touches("is_member"))
        _rename_accounts([line.person for line in lines if line.touches("name")])
        self._record(
            "people.import.changed",
            ((line.person, old, audit.snapshot(line.person, old)) for line, old in zip(lines, before, strict=True)),
        )
        reindex(people)

    def _change(self, line: Line) -> bool:
        """Put the row's facts on the person; whether they now stand elsewhere."""
        person, entry, stood = line.person, line.entry, (line.person.department_id, line.person.unit_id)
        for name, value in facts_for(entry, person).items():
            setattr(person, name, value)
        person.staff_no, came_back, person.left_on = entry.staff_no, bool(person.left_on), None
        if line.retires and "retired_on" not in entry.facts:
            person.retired_on = self.as_of
        if line.touches("department", "branch", "group"):
            person.department, unit = self.places.of(entry)
            person.unit = unit or person.unit
        person.index_secrets()
        return came_back or stood != (person.department_id, person.unit_id)

    def _replace(self, people: list[Person]) -> None:
        """Close the placements of people who moved or came back, and open new ones on the day of the roster."""
        for chunk in _chunks(people):
            Placement.objects.filter(person__in=chunk, ended_on=None).update(ended_on=Greatest("began_on", self.as_of))
        Placement.objects.bulk_create([_placement(person, self.as_of) for person in people], batch_size=BATCH)

    def _update_spells(self, lines: list[Line]) -> None:
        by_person = {line.person.pk: line for line in lines if line.retires or line.touches("card_no", "member_since")}
        spells = [
            spell
            for chunk in _chunks(list(by_person))
            for spell in Membership.objects.open().filter(person__in=chunk, state__in=HELD)
        ]
        for spell in spells:
            self._update_spell(spell, by_person[spell.person_id])
        Membership.objects.bulk_update(spells, _SPELL_COLUMNS, batch_size=100)

    def _update_spell(self, spell: Membership, line: Line) -> None:
        spell.card_no = line.entry.card_no or spell.card_no
        spell.joined_on = line.entry.member_since or spell.joined_on
        if line.entry.has_retired and spell.state == State.APPROVED:
            spell.state, spell.retained_reason = State.RETAINED, RetainReason.RETIRED
            spell.retained_on = line.person.retired_on or self.as_of

    def _join(self, joining: Iterable[tuple[Person, Entry]]) -> None:
        spells = [_spell(person, entry, self.as_of) for person, entry in joining]
        Membership.objects.bulk_create(spells, batch_size=BATCH)

    def write_leavers(self, lines: list[Line]) -> None:
        people = [line.person for line in lines]
        for chunk in _chunks(people):
            Person.objects.filter(pk__in=[person.pk for person in chunk]).update(left_on=self.as_of)
            Placement.objects.filter(person__in=chunk, ended_on=None).update(ended_on=self.as_of)
            User.in_union.filter(person__in=chunk).update(is_active=False)
        self._record("people.import.left", ((person, {"left_on": None}, {"left_on": self.as_of}) for person in people))

    def _record(self, verb: str, changes: Iterable[tuple[Person, dict, dict]]) -> None:
        audit.record_many(verb, changes, by=self.by)


class _Places:
    """Departments and units by name, the unknown ones made."""

    def __init__(self, found: Comparison) -> None:
        self.branches, self.groups = standing_units()
        self.departments = {
            place.name: place for place in Department.objects.filter(ended_on=None).select_related("unit")
        }
        if found.unknown:
            self._make(found.unknown, [line.entry for line in found.of("new", "changed")])

    def _make(self, unknown: Places, entries: list[Entry]) -> None:
        root = root_unit()
        for name in unknown.branches:
            self.branches[name] = Unit.objects.create(kind=UnitKind.BRANCH, name=name, parent=root)
        for branch, name in unknown.groups:
            parent = self.branches[branch]
            self.groups[branch, name] = Unit.objects.create(kind=UnitKind.GROUP, name=name, parent=parent)
        usual = _usual_units(entries)
        for name in unknown.departments:
            unit = self._unit(*usual[name]) if name in usual else None
            self.departments[name] = Department.objects.create(name=name, unit=unit)

    def _unit(self, branch: str, group: str) -> Unit | None:
        return self.groups.get((branch, group)) or self.branches.get(branch)

    def of(self, entry: Entry) -> tuple[Department, Unit | None]:
        """Where a row puts somebody: the unit it names, or the one the department belongs to."""
        department = self.departments[entry.department]
        return department, self._unit(entry.branch, entry.group) or department.unit


def _usual_units(entries: list[Entry]) -> dict[str, tuple[str, str]]:
    """The branch and group most people of a department are in."""
    seen: dict[str, Counter] = {}
    for entry in entries:
        if entry.branch:
            seen.setdefault(entry.department, Counter())[entry.branch, entry.group] += 1
    return {name: counter.most_common(1)[0][0] for name, counter in seen.items()}


def _placement(person: Person, day: date) -> Placement:
    return Placement(person=person, department_id=person.department_id, unit_id=person.unit_id, began_on=day)


def _spell(person: Person, entry: Entry, as_of: date) -> Membership:
    """A membership as the roster states it: full, or retained where the person has retired (MEM-04)."""
    joined = entry.member_since or person.joined_on or as_of
    spell = Membership(
        person=person, state=State.APPROVED, entry=EntryKind.ROSTER, joined_on=joined, card_no=entry.card_no
    )
    if entry.has_retired:
        spell.state, spell.retained_reason = State.RETAINED, RetainReason.RETIRED
        spell.retained_on = person.retired_on
    return spell


def _columns_of(line: Line) -> list[str]:
    """The columns of Person a changed row touches, for the audit trail."""
    places = ["department", "unit"] if line.touches("department", "branch", "group") else []
    return places + [change.name for change in line.changes if change.name in _FACTS]


def _told(person: Person) -> dict[str, Any]:
    return audit.snapshot(person, ["staff_no", "department", "unit", "employment"])


def _rename_accounts(people: list[Person]) -> None:
    for person in people:
        if person.user_id:
            User.in_union.filter(pk=person.user_id).update(name=person.name)


def _chunks(items: list) -> Iterable[list]:
    return (items[start : start + 500] for start in range(0, len(items), 500))
