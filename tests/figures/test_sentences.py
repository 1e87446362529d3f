from datetime import date

import pytest

from tests.kit.figures import three_worlds
from tests.kit.turns import ITEMS, Turn, persons, prizes, turns
from unionhall.figures import sentences as engine
from unionhall.figures.sentences import Sentence, Topic, said, sentences


@pytest.fixture
def tellers(monkeypatch):
    """An empty register for the test."""
    monkeypatch.setattr(engine, "_tellers", [])


def test_a_sentence_stores_tokens_and_no_number(year):
    Turn.objects.create(person="a", day=date(2023, 5, 1))
    sentence = Sentence(
        date(2023, 5, 1),
        "{on}举办{name}，{turns}参加。",
        on=date(2023, 5, 1),
        name="跳绳",
        turns=turns(year.of(item="rope")),
    )
    assert sentence.text == "5月1日举办跳绳，[[turns.turns item=rope from=2023-01-01 to=2023-12-31]]参加。"


def test_what_did_not_happen_is_not_said(year, tellers):
    @sentences(topic=Topic.CULTURE, keys=["turns.turns"])
    def each_item(scope):
        for item, name in ITEMS.items():
            yield Sentence(date(2023, 5, 1), "{name}有{turns}参加。", name=name, turns=turns(scope.of(item=item)))

    assert said("culture", year) == []
    Turn.objects.create(person="a", item="darts", day=date(2023, 5, 1))
    assert [sentence.slots["name"] for sentence in said("culture", year)] == ["飞镖"]


def test_sentences_stand_in_the_order_of_their_days(year, tellers):
    sentences(topic="culture")(lambda scope: [Sentence(date(2023, month, 1), str(month)) for month in (9, 2, 5)])
    assert [sentence.text for sentence in said("culture", year)] == ["2", "5", "9"]


def test_a_topic_no_outline_knows_is_refused():
    with pytest.raises(ValueError, match="gossip"):
        sentences(topic="gossip")


def test_a_name_from_a_record_cannot_open_a_token():
    assert "[[" not in Sentence(date(2023, 5, 1), "举办{name}。", name="[[turns.turns from=1 to=2]]").text


@pytest.mark.parametrize(
    ("figure", "worlds"),
    [
        (turns, {"outside": 0, "edge": 2, "inside": 1}),
        (persons, {"outside": 0, "edge": 2, "inside": 1}),
        (prizes, {"outside": 0, "edge": 6, "inside": 3}),
    ],
)
def test_three_worlds(year, figure, worlds):
    assert three_worlds(figure, year, lambda day: Turn.objects.create(person=str(day), day=day, prizes=3)) == worlds
