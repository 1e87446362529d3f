"""The same on the pages: what cannot be is answered on the form it was sent with, in its language, and nothing stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.input.files import BAD_FILES, BadFile, roster
from tests.kit.world import Persona, World, build
from unionhall.activities.models import Activity, Prize
from unionhall.audit.models import Event
from unionhall.pages.models import ImportRun
from unionhall.people.models import Department, Person

# A file over the limit never arrives: tests/files proves that for every page. One without the columns is asked about them.
REFUSED = [bad for bad in BAD_FILES if bad.name not in {"200-mb.xlsx", "no-header.csv"}]


@pytest.fixture
def world(union, other_union) -> World:
    return build(union, other_union)


@pytest.fixture
def desk(world):
    return world.client(Persona.CLERK)


def counts() -> list[int]:
    """How many there are of what a bad input could have left behind."""
    return [model.objects.count() for model in (Person, Department, Activity, Prize, ImportRun, Event)]


@pytest.mark.parametrize("bad", REFUSED, ids=str)
def test_a_bad_file_is_refused_beside_its_field(desk, bad: BadFile):
    before = counts()
    answer = desk.post(reverse("people.import"), {"file": SimpleUploadedFile(bad.name, bad.content())})
    assert answer.status_code == 422
    assert bad.said in answer.content.decode()
    assert counts() == before


def test_a_file_is_refused_in_the_language_of_the_page(desk):
    locked = next(bad for bad in BAD_FILES if bad.name == "locked.xlsx")
    desk.post(reverse("accounts.language"), {"language": "en", "next": "/"})
    answer = desk.post(reverse("people.import"), {"file": SimpleUploadedFile(locked.name, locked.content())})
    assert "password" in answer.content.decode()


def test_a_person_who_cannot_be_is_refused_beside_the_field(desk, world):
    good = {
        "staff_no": "70001",
        "name": "王芳",
        "sex": "female",
        "employment": "established",
        "department": world.home.departments["ward"].pk,
    }
    before = counts()
    for field, value, said in [
        ("name", "王" * 61, "60"),
        ("name", "", "请填写"),
        ("birth_on", "1899-12-31", "1900年"),
        ("birth_on", "2126-01-01", "今天以后"),
        ("joined_on", "1985-02-30", "日期"),
    ]:
        answer = desk.post(reverse("people.take_on"), good | {field: value})
        assert (answer.status_code, said in answer.content.decode()) == (422, True), (field, value)
    assert counts() == before
    for number, name in enumerate(["王", "阿" * 40]):
        desk.post(reverse("people.take_on"), good | {"staff_no": f"7000{number}", "name": name})
        assert Person.objects.get(staff_no=f"7000{number}").name == name


ACTIVITY = {
    "title": "职工运动会",
    "kind": "sports_meet",
    "venue": "体育馆",
    "audience": "all",
    "held_from": "2023-05-01",
}


def test_an_activity_that_ends_before_it_starts_is_refused(desk, world):
    before = counts()
    answer = desk.post(reverse("activities.draft"), ACTIVITY | {"held_to": "2023-04-30"})
    assert answer.status_code in {409, 422}
    assert "早于" in answer.content.decode()
    assert counts() == before


@pytest.mark.parametrize("stock", ["-400", "0", "四百", "1e9"])
def test_prizes_fewer_than_one_are_refused_beside_the_field(desk, world, stock):
    desk.post(reverse("activities.draft"), ACTIVITY)
    before = counts()
    answer = desk.post(
        reverse("activities.stock_prize", args=[Activity.objects.get().pk]),
        {"name": "奖杯", "stock": stock, "unit_price": "10"},
    )
    assert answer.status_code == 422
    assert 'class="reason"' in answer.content.decode()
    assert counts() == before


def test_a_good_roster_passes_the_same_page(desk):
    answer = desk.post(reverse("people.import"), {"file": SimpleUploadedFile("roster.xlsx", roster({}))})
    assert (answer.status_code, ImportRun.objects.count()) == (302, 1)
