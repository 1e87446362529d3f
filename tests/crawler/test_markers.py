"""What each persona can read, in pages, lists, search, exports and notices, is what the table says, to the word."""

import pytest
from django.db import models

from tests.crawler.markers import Place, plant, walk
from tests.crawler.seen import NOBODY, SEEN
from tests.kit.world import Persona, World
from unionhall.people.models import Person

OURS = [persona for persona in Persona if persona != Persona.OTHER_UNION]


@pytest.fixture(scope="module")
def places(world: World) -> dict[str, Place]:
    """The world with a word planted in each field, and where each word stands."""
    return plant(world)


def expected(places: dict[str, Place], persona: Persona) -> set[Place]:
    """The places the table opens to somebody."""
    return {
        (field, whose)
        for field, whose in places.values()
        if whose != "theirs" and persona in SEEN.get(field, (NOBODY, NOBODY))[whose == "elsewhere"]
    }


@pytest.mark.parametrize("persona", OURS)
def test_somebody_reads_exactly_what_the_table_opens(world, places, persona):
    """And each page that is theirs to open answers as the policy says, and writes nothing."""
    walked = walk(world, persona)
    assert {places[word] for word in walked.words} == expected(places, persona)
    assert not walked.wrong, f"{persona}:\n" + "\n".join(walked.wrong)


def test_the_neighbour_reads_only_the_neighbours(world, places):
    walked = walk(world, Persona.OTHER_UNION)
    seen = {places[word] for word in walked.words}
    assert not walked.wrong, "\n".join(walked.wrong)
    assert {whose for _, whose in seen} == {"theirs"}
    assert {field for field, _ in seen} == {field for field, _ in expected(places, Persona.CLERK)}


def test_every_row_is_about_a_planted_field(places):
    assert not SEEN.keys() - {field for field, _ in places.values()}


def test_without_scopes_a_member_reads_the_whole_roster(world, places, monkeypatch):
    """The twin: with `visible_to` answering all rows, the words of others reach the member."""
    monkeypatch.setattr(type(Person.objects.all()), "visible_to", lambda rows, user: rows)
    seen = {places[word] for word in walk(world, Persona.BRANCH_CHAIR, "people.").words}
    assert ("people.Person.name", "elsewhere") in seen - expected(places, Persona.BRANCH_CHAIR)


def test_without_tenancy_a_clerk_reads_the_neighbours(world, places, monkeypatch):
    """The twin: with managers that forget the union, the words of next door reach our clerk."""
    monkeypatch.setattr(type(Person.objects), "get_queryset", models.Manager.get_queryset)
    seen = {places[word] for word in walk(world, Persona.CLERK, "people.").words}
    assert ("people.Person.name", "theirs") in seen
