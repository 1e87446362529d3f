from datetime import date

import pytest

from tests.kit.turns import Turn, turns
from unionhall.figures.registry import UnknownFigure, UnknownFilter
from unionhall.figures.scope import BadPeriod
from unionhall.figures.tokens import BadToken, Token, parse, parts, printed, tokens_in
from unionhall.flows import Refusal

YEAR = "from=2023-01-01 to=2023-12-31"


def test_a_token_survives_being_written_and_read():
    token = Token("turns.turns", date(2023, 1, 1), date(2023, 12, 31), (("item", "跳绳 x=1"),), "over:300")
    assert parse(str(token)) == token
    assert str(parse(f"[[turns.turns {YEAR}]]")) == f"[[turns.turns {YEAR}]]"


def test_a_reading_and_its_token_lead_to_one_another(year):
    Turn.objects.create(person="a", item="tug", day=date(2023, 5, 1))
    reading = turns(year.of(item="tug"))
    assert str(reading.token) == f"[[turns.turns item=tug {YEAR}]]"
    assert parse(str(reading.token)).reading(year.union).value == 1


@pytest.mark.parametrize(
    "text",
    [
        "[[]]",
        "[[turns.turns]]",
        "[[turns.turns from=2023-01-01]]",
        "[[turns.turns from=2023-13-01 to=2023-12-31]]",
        f"[[turns.turns item {YEAR}]]",
        f"[[turns.turns item= {YEAR}]]",
        f"[[turns.turns as=huge {YEAR}]]",
        f"[[turns.turns as=over:many {YEAR}]]",
        f"[[turns.turns item=a item=b {YEAR}]]",
    ],
)
def test_a_malformed_token_is_refused_with_what_is_wrong(text):
    with pytest.raises(BadToken, match="数据标记"):
        parts(f"有{text}参加")


@pytest.mark.parametrize("text", ["有[[turns.turns", "有turns.turns]]参加"])
def test_brackets_left_open_are_refused(text):
    with pytest.raises(BadToken, match="不成对"):
        parts(text)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        (f"[[turns.nonsense {YEAR}]]", UnknownFigure),
        (f"[[turns.turns shoe=43 {YEAR}]]", UnknownFilter),
        (f"[[turns.turns item=chess {YEAR}]]", UnknownFilter),
        ("[[turns.turns from=2023-12-31 to=2023-01-01]]", BadPeriod),
    ],
)
def test_a_token_that_names_nothing_is_refused(year, text, refusal):
    assert issubclass(refusal, Refusal)
    with pytest.raises(refusal):
        parse(text).checked(year.union)


def test_prose_is_printed_with_its_figures(year):
    Turn.objects.create(person="a", day=date(2023, 5, 1))
    text = f"运动会有[[turns.turns {YEAR}]]参加。"
    assert printed(text, lambda token: token.reading(year.union).say(token.style)) == "运动会有1人次参加。"
    assert len(tokens_in(text)) == 1
