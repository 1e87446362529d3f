"""The two workbooks a hospital sends, against what an import must find in them."""

import json
from datetime import date

import pytest
from django.db.models import F

from tests.people.conftest import DATA, MENDED
from unionhall.accounts.models import User
from unionhall.audit.models import Event
from unionhall.pages.imports import Kind
from unionhall.people.exchange import roster
from unionhall.people.models import Department, Membership, Person, Placement, Unit
from unionhall.people.services.persons import take_on

DECEMBER, JUNE = DATA / "roster-2022-12.xlsx", DATA / "roster-2023-06.xlsx"
EXPECTED = json.loads((DATA / "roster-expected.json").read_text())
REASONS = {
    "ID checksum wrong": "校验码",
    "ID has 17 digits": "17位",
    "birth date differs from ID number": "出生日期与身份证号",
    "name missing": "缺少姓名",
    "department missing": "缺少科室",
    "joined in the future": "来院日期在今天以后",
    "sex differs from ID number": "性别与身份证号",
    "employment class not known": "用工性质",
    "staff number twice": "重复",
}
SHEET_ROWS = {
    "00051": 54,
    "00052": 55,
    "00121": 124,
    "00201": 204,
    "00302": 305,
    "00403": 407,
    "00511": 515,
    "00641": 645,
    "00801": 906,
}


@pytest.fixture
def december(union, system):
    """A clean import of the December roster."""
    return roster.apply(roster.preview_file(MENDED, as_of=date(2022, 12, 31)), by=system)


def test_the_preview_finds_exactly_the_nine_mistakes_with_their_rows(union):
    preview = roster.preview_file(DECEMBER)
    wrong = {line.key: line for line in preview.of(Kind.ERROR)}
    expected = EXPECTED[DECEMBER.name]["errors"]
    assert preview.counts == {"new": 2352, "changed": 0, "unchanged": 0, "left": 0, "error": 9}
    assert wrong.keys() == expected.keys()
    assert {key: line.row for key, line in wrong.items()} == SHEET_ROWS
    for key, mistake in expected.items():
        assert len(wrong[key].reasons) == 1 and REASONS[mistake] in wrong[key].reasons[0]


def test_whoever_comes_with_a_roster_has_an_account_to_be_activated(union, system):
    roster.apply(roster.preview_file(DECEMBER), by=system)
    assert not Person.objects.filter(user=None).exists()
    assert not Person.objects.get(staff_no="00001").user.has_usable_password()


def test_a_list_older_than_the_last_move_closes_no_placement_before_it_began(union, system):
    take_on(by=system, staff_no="00057", name="方娥娴", employment="contract", joined_on=date(2024, 1, 1))
    roster.apply(roster.preview_file(DECEMBER), by=system)
    assert not Placement.objects.filter(ended_on__lt=F("began_on")).exists()


def test_the_leavers_are_asked_about_with_the_day_they_would_have_left(december):
    ask = next(ask for ask in roster.preview_file(JUNE).asks if ask.key == roster.LEAVERS)
    assert "2023年6月30日" in str(ask.text) and len(ask.items) == 21


def test_the_title_says_which_day_the_list_describes(union):
    assert roster.preview_file(DECEMBER).found.as_of == date(2022, 12, 31)
    assert roster.preview_file(JUNE).found.as_of == date(2023, 6, 30)


def test_a_preview_writes_nothing(union):
    roster.preview_file(DECEMBER)
    assert not Person.objects.exists() and not Event.objects.exists() and not Unit.objects.exists()


def test_good_rows_are_applied_and_bad_ones_left_out(union, system):
    roster.apply(roster.preview_file(DECEMBER), by=system)
    assert Person.objects.count() == 2352
    assert not Person.objects.filter(staff_no__in=EXPECTED[DECEMBER.name]["errors"].keys() - {"00801"}).exists()
    assert Person.objects.get(staff_no="00801").name == "赵贞锦"


def test_december_gives_the_members_departments_and_branches_there_are(december):
    day = date(2023, 12, 31)
    assert Person.objects.count() == 2360
    assert Person.objects.members(day).count() == 2125
    assert Person.objects.retained(day).count() == 187
    assert (Department.objects.count(), Unit.objects.filter(kind="branch").count()) == (53, 11)


def test_each_new_person_has_one_audit_event(december):
    assert Event.objects.filter(verb="people.import.new").count() == 2360


def test_the_same_file_again_changes_nothing(december, system):
    preview = roster.preview_file(MENDED, as_of=date(2023, 1, 31))
    events = Event.objects.count()
    assert preview.counts == {"new": 0, "changed": 0, "unchanged": 2360, "left": 0, "error": 0}
    roster.apply(preview, by=system)
    assert Event.objects.count() == events


def test_june_shows_the_changes_against_a_clean_december(december):
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


def test_june_applied_moves_retires_and_closes_nobody_is_deleted(december, system):
    roster.apply(roster.preview_file(JUNE), by=system)
    day = date(2023, 6, 30)
    assert Person.objects.count() == 2397
    assert Person.objects.filter(left_on=day).count() == 21
    assert Person.objects.filter(retired_on=day).count() == 9
    assert Membership.objects.filter(retained_on=day, state="retained").count() == 9
    assert not User.objects.get(staff_no="00298").is_active
    assert Person.objects.members(date(2023, 12, 31)).count() == 2134


def test_who_left_the_list_stays_on_the_roster_unless_it_is_confirmed(december, system):
    importer = roster.RosterImporter()
    importer.run(roster.preview_file(JUNE), by=system, confirmed=[])
    assert not Person.objects.filter(left_on__isnull=False).exists()


def test_history_keeps_where_somebody_stood_before(december, system):
    roster.apply(roster.preview_file(JUNE), by=system)
    moved = Person.objects.get(staff_no="01911")
    old, new = moved.placements.order_by("began_on")
    assert (old.department.name, old.ended_on) == ("输血科", date(2023, 6, 30))
    assert (new.department.name, new.began_on, new.ended_on) == ("医务科", date(2023, 6, 30), None)
