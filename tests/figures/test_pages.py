"""The list of figures and the page that opens one, for readers of every kind."""

from datetime import date

import pytest
from django.urls import reverse

from tests.kit.turns import Turn, turns
from tests.kit.world import Persona, build
from unionhall.audit.models import Event, Kind

YEAR = {"from": "2023-01-01", "to": "2023-12-31"}
READERS = {Persona.CLERK, Persona.CHAIR, Persona.AUDITOR, Persona.HOSPITAL_LEADER, Persona.UPPER_VIEWER}


@pytest.fixture
def world(year, other_union):
    world = build(year.union, other_union)
    clerk = world.user(Persona.CLERK)
    Turn.objects.create(person=clerk.staff_no, item="rope", day=date(2023, 5, 1))
    for person in "bcd":
        Turn.objects.create(person=person, item="tug", day=date(2023, 5, 1))
    Turn.objects.create(person="b", item="tug", day=date(2022, 5, 1))
    return world


def page(world, persona, name, *args, **query):
    return world.client(persona).get(reverse(name, args=args), YEAR | query)


def test_the_list_shows_this_period_beside_the_last_year(world):
    html = page(world, Persona.CHAIR, "figures.list").content.decode()
    assert "4人次" in html
    assert "1人次" in html
    assert turns.definition in html


@pytest.mark.parametrize("persona", sorted(set(Persona) - {Persona.ANONYMOUS, Persona.DISABLED, Persona.OTHER_UNION}))
def test_only_those_who_may_read_figures_have_the_pages(world, persona):
    expected = 200 if persona in READERS else 404
    assert page(world, persona, "figures.list").status_code == expected
    assert page(world, persona, "figures.detail", "turns.turns").status_code == expected


def test_the_number_is_for_all_readers_and_the_persons_are_not(world):
    html = page(world, Persona.CLERK, "figures.detail", "turns.turns").content.decode()
    assert "4人次" in html
    assert f"{world.user(Persona.CLERK).staff_no} rope" in html
    assert "b tug" not in html
    assert "另有 3 条，按权限不显示明细。" in html


def test_the_upper_union_sees_the_number_and_nobody(world):
    html = page(world, Persona.UPPER_VIEWER, "figures.detail", "turns.turns").content.decode()
    assert "4人次" in html
    assert "另有 4 条" in html


def test_a_filter_in_the_address_narrows(world):
    assert "3人次" in page(world, Persona.CHAIR, "figures.detail", "turns.turns", item="tug").content.decode()


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ({"item": "chess"}, "没有找到这个项目"),
        ({"shoe": "43"}, "不能按"),
        ({"from": "2023-02-30"}, "不是日期"),
        ({"from": "2024-01-01"}, "早于第一天"),
        ({"to": "x y=z"}, "不是"),
        ({"from": ""}, "写得不完整"),
        ({"from": "0001-01-01"}, "年份不对"),
        ({"to": "9999-12-31"}, "年份不对"),
        ({"item": "\x00"}, "没有找到这个项目"),
    ],
)
def test_a_bad_address_is_refused_in_words(world, query, reason):
    response = page(world, Persona.CHAIR, "figures.detail", "turns.turns", **query)
    assert response.status_code == 409
    assert reason in response.content.decode()


@pytest.mark.parametrize("query", [{"from": "2024-01-01"}, {"from": "x"}, {"to": ""}])
def test_the_list_says_what_is_wrong_with_a_period(world, query):
    assert page(world, Persona.CHAIR, "figures.list", **query).status_code == 422


def test_an_unknown_figure_is_not_found(world):
    assert page(world, Persona.CHAIR, "figures.detail", "turns.nothing").status_code == 404


def test_a_share_opens_part_and_whole(world):
    html = page(world, Persona.CHAIR, "figures.detail", "turns.turnout", item="rope").content.decode()
    assert "25%" in html
    assert "/figures/turns.persons/?item=rope" in html
    assert "/figures/turns.everyone/?from=" in html


def test_an_export_holds_the_visible_rows_and_is_recorded(world):
    url = reverse("figures.export", args=["turns.turns"]) + "?from=2023-01-01&to=2023-12-31"
    response = world.client(Persona.CLERK).post(url)
    assert response.status_code == 200
    assert world.client(Persona.CLERK).get(url).status_code == 405
    event = Event.objects.get(kind=Kind.EXPORT)
    assert (event.verb, event.subject_label, event.after["rows"]) == ("export", "figures.turns.turns", 1)


def test_htmx_gets_the_rows_alone(world):
    response = world.client(Persona.CLERK).get(
        reverse("figures.detail", args=["turns.turns"]), YEAR, headers={"HX-Request": "true"}
    )
    assert "<html" not in response.content.decode()


def test_opening_costs_the_same_for_one_row_and_a_hundred(world, django_assert_num_queries):
    client = world.client(Persona.CLERK)
    url = reverse("figures.detail", args=["turns.turns"])
    with CountQueries() as few:
        client.get(url, YEAR)
    Turn.objects.bulk_create(Turn(person=world.user(Persona.CLERK).staff_no, day=date(2023, 5, 1)) for _ in range(40))
    with CountQueries() as many:
        client.get(url, YEAR)
    assert len(many) == len(few)


class CountQueries:
    """Queries of a block."""

    def __enter__(self):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.context = CaptureQueriesContext(connection)
        return self.context.__enter__()

    def __exit__(self, *details):
        return self.context.__exit__(*details)
