"""The frame: rooms, tabs, faces, the name of the union, language and type size."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from tests.kit.world import Persona, World, build
from unionhall.accounts.models import Union
from unionhall.accounts.roles import in_office
from unionhall.pages import nav
from unionhall.web.frame import Frame


@pytest.fixture
def world(union, other_union) -> World:
    return build(union, other_union)


@pytest.fixture
def rooms(monkeypatch) -> None:
    """Two rooms with pages that every house has."""
    found = {glyph: [] for glyph in nav.ROOMS}
    found["人"] = [nav.Entry("名册", "web.office", in_office), nav.Entry("办事", "web.matters")]
    found["年"] = [nav.Entry("我的首页", "web.my")]
    monkeypatch.setattr(nav, "_rooms", found)


def frame_at(path: str, user) -> Frame:
    request = RequestFactory().get(path)
    request.user = user
    return Frame(request)


def test_a_room_without_lists_for_this_user_is_absent(world, rooms):
    assert [door.label for door in frame_at("/my/", world.user(Persona.MEMBER)).rooms] == ["人", "年"]
    assert frame_at("/my/", world.user(Persona.MEMBER)).rooms[0].url == "/my/matters/"
    assert frame_at("/office/", world.user(Persona.CLERK)).rooms[0].url == "/office/"


def test_one_is_in_the_list_whose_address_begins_the_present_one_the_longest_of_them(world, rooms):
    frame = frame_at("/my/matters/and/deeper/", world.user(Persona.MEMBER))
    assert frame.entry.label == "办事"
    assert [door.is_current for door in frame.rooms] == [True, False]
    assert [entry.label for entry in frame.lists] == ["办事"]


def test_no_room_is_open_on_a_page_outside_them(world, rooms):
    frame = frame_at("/search/", world.user(Persona.CLERK))
    assert frame.entry is None
    assert frame.lists == []


def test_exactly_one_tab_is_current(world):
    tabs = frame_at("/my/matters/", world.user(Persona.MEMBER)).tabs
    assert [tab.label for tab in tabs if tab.is_current] == ["办事"]


@pytest.mark.parametrize(
    ("persona", "faces"),
    [
        (Persona.CHAIR, ["/my/", "/office/", "/year/"]),
        (Persona.CLERK, ["/my/", "/office/"]),
        (Persona.MEMBER, ["/my/"]),
    ],
)
def test_one_may_change_to_the_faces_one_has(world, persona, faces):
    assert [door.url for door in frame_at("/my/", world.user(persona)).faces] == faces


def test_a_stranger_reads_the_unions_name_only_where_there_is_one_union(world, client):
    brand = '<span class="brand"><span>示范医院工会'
    assert brand not in client.get("/sign-in/").content.decode()
    Union.objects.exclude(code="demo").update(is_active=False)
    assert brand in client.get("/sign-in/").content.decode()


def test_large_type_and_language_are_kept_with_the_account(world):
    client = world.client(Persona.MEMBER)
    assert 'class="large"' not in client.get("/my/").content.decode()
    client.post("/account/type/", {"large": "1", "next": "/my/"})
    assert 'class="large"' in client.get("/my/").content.decode()
    client.post("/account/language/", {"language": "en", "next": "/my/"})
    assert '<html lang="en"' in client.get("/my/").content.decode()


def test_a_page_asks_the_database_nothing_its_frame_does_not_show(world, django_assert_num_queries):
    frame = frame_at("/my/", world.user(Persona.MEMBER))
    with django_assert_num_queries(0):
        assert frame.person_name
        assert frame.search_url == "" or frame.search_url.startswith("/")


def test_what_the_union_holds_about_me_stands_under_my_own_tab(world):
    person = world.home.people[Persona.MEMBER]
    tabs = frame_at(reverse("people.me.detail", args=[person.pk]), world.user(Persona.MEMBER)).tabs
    assert [tab.label for tab in tabs if tab.is_current] == ["我的"]


def test_no_browser_keeps_what_somebody_signed_in_was_shown(world):
    """The back button after signing out, the disk, and the lists that htmx would keep for going back."""
    client = world.client(Persona.CLERK)
    answers = [client.get(reverse("web.office")), client.get("/nowhere/"), client.post(reverse("people.export"))]
    assert [answer.headers["Cache-Control"] for answer in answers] == ["private, no-store"] * 3
    assert '"historyCacheSize":0' in answers[0].content.decode()
