from decimal import Decimal

import pytest

from unionhall.figures.words import Untrue, holds, number, percent, rounded, say


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (329, "exact", "329"),
        (2107, "over", "2000余"),
        (2107, "over:2100", "2100余"),
        (25340, "over", "25000余"),
        (53, "many", "50多"),
        (983, "near", "近1000"),
        (187, "near", "近200"),
        (1000, "passed:1000", "突破1000"),
        (103000, "passed", "突破10万"),
        (Decimal("25340.00"), "over:25000", "25000余"),
    ],
)
def test_a_number_in_words(value, style, words):
    assert rounded(value, style) == words


@pytest.mark.parametrize(
    ("value", "style"),
    [
        (2000, "over:2000"),
        (2000, "over"),
        (899, "near:1000"),
        (1000, "near:1000"),
        (99999, "passed:100000"),
    ],
)
def test_a_word_that_is_not_true_is_refused_and_the_number_stands_instead(value, style):
    with pytest.raises(Untrue):
        rounded(value, style)
    assert say(value, "人", style) == f"{number(value)}人"


@pytest.mark.parametrize(
    ("value", "style", "words"),
    [
        (Decimal("25368.50"), "exact", "25,368.50元"),
        (Decimal(1000), "near:1000", "1,000.00元"),  # the word is untrue
        (Decimal("25368.50"), "over:25000", "25000余元"),
        (Decimal(100_000), "exact", "10万元"),
    ],
)
def test_money_is_said_to_the_fen(value, style, words):
    assert say(value, "元", style) == words


def test_passed_means_for_the_first_time():
    assert holds(1200, 1000, "passed", before=900)
    assert not holds(1200, 1000, "passed", before=1000)


def test_at_least_includes_the_number_itself():
    assert holds(30, 30, "least")
    assert not holds(29, 30, "least")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Decimal("1"), "100%"),
        (Decimal("0.9999"), "99.9%"),
        (Decimal("0.8640"), "86.4%"),
        (Decimal("0"), "0%"),
    ],
)
def test_a_share_is_never_a_hundred_per_cent_short_of_the_whole(share, words):
    assert percent(share) == words
