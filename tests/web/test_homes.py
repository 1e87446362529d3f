"""Home pages: who lands where, and what stands on them."""

from datetime import date

import pytest
from django.urls import reverse

from tests.kit.world import Persona, World, build
from unionhall.kernel import clock
from unionhall.pages import nav
from unionhall.pages.desk import News, Waiting

TODAY = date(2023, 5, 8)


@pytest.fixture
def world(union, other_union) -> World:
    return build(union, other_union)


@pytest.fixture
def sources(monkeypatch) -> None:
    """What waits and what happened, in place of what the modules would say."""
    waiting = [
        Waiting("没有期限的事", "/a/"),
        Waiting("明天到期的事", "/b/", date(2023, 5, 9)),
        Waiting("昨天到期的事", "/c/", date(2023, 5, 7)),
        Waiting("今天到期的事", "/d/", TODAY),
    ]
    news = [News("较早的进展", "/e/", clock.on(date(2023, 5, 1))), News("最新的进展", "/f/", clock.on(TODAY))]
    monkeypatch.setattr(nav, "_waiting", [lambda user: waiting])
    monkeypatch.setattr(nav, "_news", [lambda user: news])


@pytest.mark.parametrize(
    ("persona", "lands"),
    [
        (Persona.CLERK, "web.office"),
        (Persona.CHAIR, "web.office"),
        (Persona.MEMBER, "web.my"),
        (Persona.BRANCH_CHAIR, "web.my"),
        (Persona.AUDITOR, "web.my"),
    ],
)
def test_holders_of_an_office_post_land_at_the_desk_and_others_on_the_phone(world, persona, lands):
    assert world.client(persona).get("/").url == reverse(lands)


def test_a_stranger_is_asked_to_sign_in_and_brought_back(world):
    answer = world.client(Persona.ANONYMOUS).get("/my/")
    assert answer.status_code == 302
    assert answer.url == "/sign-in/?next=/my/"


def test_what_is_overdue_stands_apart_before_what_is_due_and_what_only_waits(world, sources):
    with clock.pinned(TODAY):
        page = world.client(Persona.CLERK).get("/office/")
    assert [item.text for item in page.context["overdue"]] == ["昨天到期的事"]
    assert [item.text for item in page.context["due"]] == ["今天到期的事"]
    assert [item.text for item in page.context["later"]] == ["明天到期的事", "没有期限的事"]


def test_one_line_may_tell_of_several_and_the_heads_count_them_all(world, monkeypatch):
    waiting = [Waiting("一件", "/a/", TODAY), Waiting("另有7项：走访", "/b/", date(2022, 5, 7), 7)]
    monkeypatch.setattr(nav, "_waiting", [lambda user: waiting])
    with clock.pinned(TODAY):
        desk, phone = (world.client(Persona.CLERK).get(home) for home in ("/office/", "/my/"))
    assert (desk.context["counts"], phone.context["count"]) == ({"overdue": 7, "due": 1, "later": 0}, 8)
    assert "2022年5月7日" in desk.content.decode()  # last year's day bears its year


def test_the_phone_shows_what_waits_soonest_first_and_news_newest_first(world, sources):
    with clock.pinned(TODAY):
        page = world.client(Persona.MEMBER).get("/my/")
    assert [item.text for item in page.context["waiting"]] == [
        "昨天到期的事",
        "今天到期的事",
        "明天到期的事",
        "没有期限的事",
    ]
    assert [item.text for item in page.context["news"]] == ["最新的进展", "较早的进展"]


def test_the_grid_holds_at_most_eight_verbs_and_the_page_of_matters_all(world, monkeypatch):
    offers = [nav.Entry(f"事{number}", "web.my", icon="run") for number in range(10)]
    monkeypatch.setattr(nav, "_offers", offers)
    client = world.client(Persona.MEMBER)
    assert client.get("/my/").context["offers"] == offers[:8]
    assert client.get("/my/matters/").context["offers"] == offers


def test_a_verb_one_may_not_use_is_absent(world, monkeypatch):
    monkeypatch.setattr(nav, "_offers", [nav.Entry("领福利", "web.my", who=lambda user: False, icon="gift")])
    assert "领福利" not in world.client(Persona.MEMBER).get("/my/").content.decode()


@pytest.mark.parametrize("address", ["/my/", "/my/matters/"])
@pytest.mark.parametrize(("persona", "has_roster"), [(Persona.BRANCH_CHAIR, True), (Persona.MEMBER, False)])
def test_who_holds_a_post_outside_the_office_finds_its_lists_on_the_phone(world, address, persona, has_roster):
    page = world.client(persona).get(address).content.decode()
    assert ('href="/office/people/"' in page) == has_roster
