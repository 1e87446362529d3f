"""The two workbooks a hospital sends, against what an import must find in them."""

import json
from datetime import date

from django.db.models import F

from tests.people.conftest import DATA
from unionhall.audit.models import Event
from unionhall.pages.imports import Kind
from unionhall.people.exchange import roster
from unionhall.people.models import Person, Placement, Unit
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
