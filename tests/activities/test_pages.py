import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.models import Entry, Item


@pytest.fixture
def full(meet, rope, clerk, people, on_the_day):
    """A meet with three who came, results and a prize."""
    crowd = people(3, accounts=True)
    entries = services.enter_list(rope, by=clerk, people=crowd)
    services.check_in_sheet(meet, by=clerk, people=crowd)
    services.record_results(rope, by=clerk, marks={entry.pk: 100 + n for n, entry in enumerate(entries)})
    prize = services.stock_prize(meet, by=clerk, name="水壶", stock=5)
    services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=2)
    return meet


@pytest.fixture
def office(world):
    return world.client(Persona.CLERK)


@pytest.fixture
def phone(world):
    return world.client(Persona.MEMBER)


def test_every_page_of_the_desk_opens(office, full, rope, on_the_day):
    addresses = [
        reverse("activities.list"),
        reverse("activities.detail", args=[full.pk]),
        reverse("activities.check_in", args=[full.pk]),
        reverse("activities.results", args=[rope.pk]),
        reverse("activities.file", args=[full.pk]),
        reverse("activities.outside.list"),
        reverse("activities.import_entries", args=[full.pk]),
        reverse("activities.import_results", args=[full.pk]),
    ]
    addresses += [
        reverse("activities.rows", args=[full.pk, which])
        for which in ("signed_up", "came", "entries", "people", "items", "entered", "sheet", "results", "prizes")
    ]
    addresses += [reverse("activities.printed", args=[full.pk, which]) for which in ("sheet", "prizes")]
    assert {address: office.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


def test_every_page_of_the_phone_opens(world, phone, full, rope, member, clerk, on_the_day):
    services.sign_up(Item.objects.select_related("activity").get(pk=rope.pk), by=member)
    addresses = [
        reverse("my.activities.list"),
        reverse("my.activities.show", args=[full.pk]),
        reverse("my.activities.ticket", args=[full.pk]),
        reverse("my.activities.entries"),
        reverse("my.activities.results", args=[full.pk]),
        reverse("my.activities.withdraw", args=[Entry.objects.get(person__user=member).pk]),
    ]
    assert {address: phone.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 200)


@pytest.mark.parametrize("which", ["signed_up", "sheet", "results", "prizes"])
@pytest.mark.parametrize("form", ["workbook", "word_list"])
def test_lists_leave_as_excel_and_word(office, full, which, form):
    answer = office.post(reverse(f"activities.{form}", args=[full.pk, which]))
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_the_closed_file_leaves_as_word(office, full):
    answer = office.post(reverse("activities.word_file", args=[full.pk]))
    assert (answer.status_code, answer.content[:2]) == (200, b"PK")
