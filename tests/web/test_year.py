"""The chair's year: marks, rooms, what the report cannot yet say."""

from datetime import date
from decimal import Decimal

import pytest

from tests.kit.turns import Turn, turns_figures  # noqa: F401 - fixtures
from tests.kit.world import Persona, build
from unionhall.figures import registry, sentences
from unionhall.figures.scope import Scope
from unionhall.figures.sentences import Sentence, Teller, Topic
from unionhall.kernel import clock
from unionhall.web.year import marks, rooms
from unionhall.web.year.telling import Telling


@pytest.fixture
def turns(union, turns_figures, monkeypatch):  # noqa: F811
    """Two turns in May, one in June, one the year before, and the sentence that tells of May."""
    for person, day in [
        ("1", date(2023, 5, 1)),
        ("2", date(2023, 5, 31)),
        ("1", date(2023, 6, 1)),
        ("1", date(2022, 5, 1)),
    ]:
        Turn.objects.create(person=person, day=day)

    def told(scope: Scope):
        yield Sentence(
            date(2023, 5, 1),
            "{on}举行比赛，{turns}参加。",
            on=date(2023, 5, 1),
            turns=registry.get("turns.turns")(scope),
        )

    monkeypatch.setattr(
        sentences, "_tellers", [Teller(Topic.CULTURE, told, ()), Teller(Topic.CARE, lambda scope: [], ())]
    )
    monkeypatch.setattr(rooms, "TELLING", {"活": Telling(("turns.turns", "turns.persons", "no.such"), "turns.turns")})
    return Scope(union, date(2023, 1, 1), date(2023, 12, 31))


def test_a_month_counts_its_own_days_and_opens_its_own_list(turns):
    with clock.pinned(date(2023, 12, 31)):
        chart = rooms.months(registry.get("turns.turns")(turns), "c1")
    assert [bar.value for bar in chart.bars] == [0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0]
    assert chart.bars[4].url == "/figures/turns.turns/?from=2023-05-01&to=2023-05-31"


def test_months_to_come_are_not_asked_about(turns, django_assert_num_queries):
    with clock.pinned(date(2023, 6, 15)), django_assert_num_queries(6):
        assert [bar.value for bar in rooms.months(registry.get("turns.turns")(turns), "c1").bars[6:]] == [0] * 6


def test_a_room_shows_its_figures_against_last_year_and_passes_over_what_no_module_declares(turns, system):
    [room] = rooms.rooms(system, turns)
    assert room.glyph == "活"
    assert [figure.now.value for figure in room.figures] == [3, 2]
    assert [figure.change for figure in room.figures] == ["比去年多 2 人次", "比去年多 1 人"]


def test_much_money_stands_in_ten_thousands(turns, monkeypatch):
    reading = registry.get("turns.turns")(turns)
    monkeypatch.setattr(type(reading), "unit", "元")
    assert not rooms.is_much_money(reading)
    reading.__dict__["value"] = Decimal("3911469.55")
    shown = rooms.Compared(reading)
    assert (shown.number, shown.unit) == ("391.15", "万元")


def test_the_months_hold_marks_and_the_topics_without_a_record_are_named(turns):
    told = marks.told(turns)
    assert [len(month.marks) for month in told.months] == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert told.untold == [Topic.CARE]
    assert Topic.CONGRESS in told.unheard
    assert not {Topic.CULTURE, Topic.CARE, Topic.PLAN} & {*told.unheard}
    assert [part if isinstance(part, str) else part.say() for part in told.months[4].marks[0].words] == [
        "5月1日举行比赛，",
        "3人次",
        "参加。",
    ]


def test_february_has_its_last_day():
    assert rooms.months_of(2024)[1] == (date(2024, 2, 1), date(2024, 2, 29))
    assert rooms.months_of(2023)[11] == (date(2023, 12, 1), date(2023, 12, 31))


def test_years_to_come_do_not_exist(union, other_union):
    client = build(union, other_union).client(Persona.CHAIR)
    with clock.pinned(date(2023, 6, 15)):
        assert client.get("/year/2023/").status_code == 200
        assert client.get("/year/2024/").status_code == 404
        assert client.get("/year/1948/").status_code == 404
