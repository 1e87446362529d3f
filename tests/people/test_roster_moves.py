"""The roster of a hospital that stands as of December, made once: what it holds, and what the list of June changes."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from tests.kit import standing
from tests.people.conftest import DATA, MENDED
from unionhall.accounts.models import Union, User, system_user
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.people.exchange import roster
from unionhall.people.models import Department, Membership, Person, Unit

JUNE = DATA / "roster-2023-06.xlsx"
EXPECTED = json.loads((DATA / "roster-expected.json").read_text())

db, untouched = standing.db, standing.untouched


@pytest.fixture(scope="module")
def world(db) -> Iterator[None]:
    """A clean import of the December roster."""
    with in_union(Union.objects.create(code="demo", name="示范医院工会")):
        roster.apply(roster.preview_file(MENDED, as_of=date(2022, 12, 31)), by=system_user())
        yield


def test_the_leavers_are_asked_about_with_the_day_they_would_have_left(world):
    ask = next(ask for ask in roster.preview_file(JUNE).asks if ask.key == roster.LEAVERS)
    assert "2023年6月30日" in str(ask.text) and len(ask.items) == 21


def test_december_gives_the_members_departments_and_branches_there_are(world):
    day = date(2023, 12, 31)
    assert Person.objects.count() == 2360
    assert Person.objects.members(day).count() == 2125
    assert Person.objects.retained(day).count() == 187
    assert (Department.objects.count(), Unit.objects.filter(kind="branch").count()) == (53, 11)


def test_each_new_person_has_one_audit_event(world):
    assert Event.objects.filter(verb="people.import.new").count() == 2360


def test_the_same_file_again_changes_nothing(world):
    preview = roster.preview_file(MENDED, as_of=date(2023, 1, 31))
    events = Event.objects.count()
    assert preview.counts == {"new": 0, "changed": 0, "unchanged": 2360, "left": 0, "error": 0}
    roster.apply(preview, by=system_user())
    assert Event.objects.count() == events


def test_june_shows_the_changes_against_a_clean_december(world):
    preview, expected = roster.preview_file(JUNE), EXPECTED[JUNE.name]
    found = preview.found
    assert preview.counts["error"] == 0
    assert {
        "new": preview.counts["new"],
        "left": preview.counts["left"],
        "moved": len(found.moved),
        "renamed": len(found.renamed),
        "retired": len(found.retired),
    } == {name: expected[name] for name in ("new", "left", "moved", "renamed", "retired")}
    assert preview.counts["changed"] == expected["moved"] + expected["renamed"] + expected["retired"]


def test_june_applied_moves_retires_and_closes_nobody_is_deleted(world):
    roster.apply(roster.preview_file(JUNE), by=system_user())
    day = date(2023, 6, 30)
    assert Person.objects.count() == 2397
    assert Person.objects.filter(left_on=day).count() == 21
    assert Person.objects.filter(retired_on=day).count() == 9
    assert Membership.objects.filter(retained_on=day, state="retained").count() == 9
    assert not User.objects.get(staff_no="00298").is_active
    assert Person.objects.members(date(2023, 12, 31)).count() == 2134


def test_who_left_the_list_stays_on_the_roster_unless_it_is_confirmed(world):
    importer = roster.RosterImporter()
    importer.run(roster.preview_file(JUNE), by=system_user(), confirmed=[])
    assert not Person.objects.filter(left_on__isnull=False).exists()


def test_history_keeps_where_somebody_stood_before(world):
    roster.apply(roster.preview_file(JUNE), by=system_user())
    moved = Person.objects.get(staff_no="01911")
    old, new = moved.placements.order_by("began_on")
    assert (old.department.name, old.ended_on) == ("输血科", date(2023, 6, 30))
    assert (new.department.name, new.began_on, new.ended_on) == ("医务科", date(2023, 6, 30), None)
