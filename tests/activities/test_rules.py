from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from unionhall.activities import rules
from unionhall.kernel import clock


@pytest.mark.parametrize(
    ("marks", "lower_wins", "places"),
    [
        (["9.1", "8.7", "9.5"], True, [2, 1, 3]),
        (["9.1", "8.7", "9.5"], False, [2, 3, 1]),
        (["5", "5", "7"], False, [2, 2, 1]),
        (["5", "5", "3"], False, [1, 1, 3]),
        (["5", None, "3"], False, [1, None, 2]),
        ([], False, []),
    ],
)
def test_places_follow_marks_and_ties_share_one(marks, lower_wins, places):
    assert rules.ranks([mark and Decimal(mark) for mark in marks], lower_wins=lower_wins) == places


def test_those_who_share_a_place_share_its_points():
    assert rules.points([1, 2, 2, 4, None, 9]) == [9, Fraction(13, 2), Fraction(13, 2), 5, 0, 0]


@pytest.mark.parametrize(
    ("people", "share", "most"),
    [(3, Fraction(2, 3), 2), (4, Fraction(2, 3), 2), (300, Fraction(1, 3), 100), (0, Fraction(2, 3), 0)],
)
def test_the_share_of_awards_is_inclusive_and_never_rounded_up(people, share, most):
    assert rules.most_awarded(people, share) == most


@pytest.mark.parametrize(
    ("at", "problem"),
    [
        (clock.on(date(2023, 4, 1), 7, 59), "报名从4月1日 08:00开始，请到时再来。"),
        (clock.on(date(2023, 4, 1), 8, 0), None),
        (clock.on(date(2023, 4, 20), 18, 0), None),
        (clock.on(date(2023, 4, 20), 18, 1), "报名已于4月20日 18:00截止。"),
    ],
)
def test_both_ends_of_the_sign_up_window_belong_to_it(at, problem):
    window = clock.on(date(2023, 4, 1), 8), clock.on(date(2023, 4, 20), 18)
    assert rules.window_problem(at, *window) == problem


def test_an_open_end_does_not_bound():
    assert rules.window_problem(clock.now(), None, None) is None


@pytest.mark.parametrize(
    ("audience", "sex", "born", "in_branch", "admitted"),
    [
        ("all", "male", None, False, True),
        ("women", "female", None, False, True),
        ("women", "male", None, False, False),
        ("women", "", None, False, False),
        ("youth", "male", date(1988, 5, 1), False, True),
        ("youth", "male", date(1987, 5, 1), False, False),
        ("youth", "male", None, False, False),
        ("branch", "male", None, True, True),
        ("branch", "male", None, False, False),
    ],
)
def test_who_is_invited(audience, sex, born, in_branch, admitted):
    problem = rules.audience_problem(audience, sex=sex, birth_on=born, in_branch=in_branch, on=date(2023, 5, 1))
    assert (problem is None) == admitted


@pytest.mark.parametrize(
    ("size", "problem"), [(7, "每队至少8人，现有7人。"), (8, None), (10, None), (11, "每队至多10人，现有11人。")]
)
def test_the_size_of_a_team(size, problem):
    assert rules.team_problem(size, 8, 10) == problem


@pytest.mark.parametrize(
    ("number", "words"),
    [(None, ""), (2, "第二届"), (5, "第五届"), (10, "第十届"), (12, "第十二届"), (20, "第二十届"), (35, "第三十五届")],
)
def test_editions_in_words(number, words):
    assert rules.edition(number) == words
