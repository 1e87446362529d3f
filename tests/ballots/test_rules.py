"""The rules of voting: tables of the statutes' own examples, and properties held against a slow, obvious model."""

import random
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ballots import cases, slow
from unionhall.ballots import rules
from unionhall.ballots.rules import Base, Counts, Outcome, Rule
from unionhall.ballots.rules.counting import quorum_needed
from unionhall.ballots.rules.secrecy import may_be_shown

HALF, TWO_THIRDS = Fraction(1, 2), Fraction(2, 3)
MORE = Rule(Base.ALL, HALF, False, "浙江第十五条")
OR_MORE = Rule(Base.ALL, HALF, True, "上海第三十一条")
patient = settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine draws slowly, which says nothing


@pytest.mark.parametrize(
    ("present", "entitled", "reached"),
    [(120, 180, True), (119, 180, False), (67, 100, True), (66, 100, False), (0, 0, False), (1, 1, True)],
)
def test_two_thirds_are_counted_in_whole_people(present, entitled, reached):
    assert rules.quorum_reached(present, entitled, TWO_THIRDS) is reached


@pytest.mark.parametrize(
    ("yes", "entitled", "more", "or_more"),
    [
        (90, 180, False, True),
        (91, 180, True, True),
        (89, 180, False, False),
        (91, 181, True, True),
        (0, 0, False, False),
    ],
)
def test_more_than_half_and_half_or_more_differ_at_the_half(yes, entitled, more, or_more):
    counts = Counts(entitled, entitled)
    assert (rules.carried(yes, counts, MORE), rules.carried(yes, counts, OR_MORE)) == (more, or_more)


def test_the_base_decides_who_else_has_to_agree():
    counts = Counts(entitled=180, present=120, issued=120, collected=118, valid=110)
    assert [rules.needed(counts, Rule(base, HALF, False, "")) for base in Base] == [91, 61, 56]


@pytest.mark.parametrize(("seats", "least"), [(1, 2), (19, 20), (20, 21), (21, 23), (29, 31), (40, 42), (41, 44)])
def test_there_are_five_per_cent_more_candidates_than_seats_rounded_up(seats, least):
    assert rules.candidates_needed(seats, Fraction(1, 20)) == least


@pytest.mark.parametrize(("marks", "valid"), [(0, True), (2, True), (3, False)])
def test_a_paper_with_more_marks_than_seats_is_void(marks, valid):
    assert rules.paper_is_valid(marks, 2) is valid


@pytest.mark.parametrize(
    ("tally", "outcome"),
    [
        ({"a": 9, "b": 8, "c": 7}, Outcome(("a", "b"), (), 0)),
        ({"a": 9, "b": 8, "c": 8}, Outcome(("a",), ("b", "c"), 1)),
        ({"a": 8, "b": 8, "c": 8}, Outcome((), ("a", "b", "c"), 2)),
        ({"a": 8, "b": 8, "c": 7}, Outcome(("a", "b"), (), 0)),
        ({"a": 9, "b": 5, "c": 5}, Outcome(("a",), (), 1)),
        ({"a": 5, "b": 5, "c": 5}, Outcome((), (), 2)),
    ],
)
def test_seats_go_to_the_most_voted_with_a_majority(tally, outcome):
    assert rules.elect(2, tally, Counts(10, 10, 10, 10, 10), MORE) == outcome


def test_in_a_run_off_the_most_votes_win_without_a_majority():
    assert rules.run_off(1, {"a": 4, "b": 3}) == Outcome(("a",), (), 0)
    assert rules.run_off(1, {"a": 4, "b": 4}) == Outcome((), ("a", "b"), 1)


def test_names_stand_by_strokes_then_stroke_order_then_shorter_first():
    names = ["方丽", "王一鸣", "赵四", "毛毛", "Smith", "欧阳修", "王伟", "丁一"]
    assert rules.by_strokes(names) == ["丁一", "王伟", "王一鸣", "毛毛", "方丽", "欧阳修", "赵四", "Smith"]


def test_a_character_nobody_ordered_comes_last():
    assert rules.by_strokes(["𫝀某", "龚某"]) == ["龚某", "𫝀某"]


@pytest.mark.parametrize(("answers", "shown"), [(0, False), (4, False), (5, True)])
def test_four_secret_answers_are_never_shown_and_five_are(answers, shown):
    assert may_be_shown(answers) is shown


@pytest.mark.parametrize("numbers", [(1, 2), (5, 5, 5, 4, 5), (-1, 0)])
def test_counts_that_cannot_be_are_an_error(numbers):
    with pytest.raises(ValueError, match=r"nobody|nought"):
        Counts(*numbers)


@pytest.mark.parametrize(("share", "inclusive"), [(Fraction(0), True), (Fraction(1), False), (Fraction(3, 2), True)])
def test_a_majority_of_none_or_of_more_than_all_is_an_error(share, inclusive):
    with pytest.raises(ValueError, match="majority"):
        Rule(Base.ALL, share, inclusive, "")


shares = st.fractions(min_value=Fraction(1, 100), max_value=Fraction(99, 100), max_denominator=100)
majorities = st.builds(Rule, st.sampled_from(Base), shares, st.booleans(), st.just(""))


@st.composite
def counted(draw):
    entitled = draw(st.integers(0, 3000))
    present = draw(st.integers(0, entitled))
    issued = draw(st.integers(0, present))
    collected = draw(st.integers(0, issued + 2))
    return Counts(entitled, present, issued, collected, draw(st.integers(0, collected)))


@patient
@given(counted(), majorities, st.integers(0, 3000))
def test_a_vote_carries_when_the_slow_model_says_so(counts, rule, yes):
    assert rules.carried(yes, counts, rule) == slow.carries(yes, counts, rule)


@patient
@given(counted(), majorities)
def test_what_is_needed_is_the_least_number_that_carries(counts, rule):
    assert rules.needed(counts, rule) == slow.least(counts, rule)


@patient
@given(st.integers(0, 3000), shares)
def test_the_least_quorum_is_reached_and_one_less_is_not(entitled, share):
    least = quorum_needed(entitled, share)
    assert rules.quorum_reached(least, entitled, share) is (entitled > 0)
    assert not rules.quorum_reached(least - 1, entitled, share)


@patient
@given(st.integers(1, 60), shares)
def test_the_surplus_of_candidates_is_what_counting_up_gives(seats, margin):
    assert rules.candidates_needed(seats, margin) == slow.candidates(seats, margin)


tallies = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 12), min_size=1)


@patient
@given(st.integers(1, 6), tallies, majorities)
def test_an_election_comes_out_as_the_slow_model_has_it(seats, tally, rule):
    cases.check_election(seats, tally, Counts(12, 12, 12, 12, 12), rule)


@patient
@given(st.integers(1, 6), tallies, majorities, st.randoms())
def test_who_is_elected_does_not_depend_on_the_order_of_the_paper(seats, tally, rule, chance):
    names = list(tally)
    chance.shuffle(names)
    counts = Counts(12, 12, 12, 12, 12)
    here, there = (rules.elect(seats, t, counts, rule) for t in (tally, {name: tally[name] for name in names}))
    assert (set(here.elected), set(here.tied), here.missing) == (set(there.elected), set(there.tied), there.missing)


@patient
@given(st.integers(1, 6), tallies, majorities, st.sampled_from("abcdefgh"))
def test_one_more_vote_never_loses_a_seat(seats, tally, rule, name):
    counts = Counts(13, 13, 13, 13, 13)
    if name in rules.elect(seats, tally, counts, rule).elected:
        assert name in rules.elect(seats, tally | {name: tally[name] + 1}, counts, rule).elected


def test_ten_thousand_random_votes_agree_with_the_slow_model():
    """The bench does a million: `python -m bench.ballots`."""
    chance = random.Random(20230125)
    for _case in range(10_000):
        cases.agree(chance)


def test_an_engine_with_one_sign_wrong_is_found_out():
    """The twin: the same cases, and an engine that takes half for more than half."""

    def half_is_enough(yes, counts, rule):
        return yes >= rules.needed(counts, rule) - 1

    chance = random.Random(20230125)
    with pytest.raises(AssertionError):
        for _case in range(1000):
            cases.agree(chance, carried=half_is_enough)
