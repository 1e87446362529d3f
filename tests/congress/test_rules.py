"""What the law says of a congress, by tables; the quota's examples are those worked out in the rules of the trade."""

from datetime import date
from fractions import Fraction

import pytest
from django.utils import translation

from unionhall.calendar.rules import Unit, start_of
from unionhall.congress.rules import composition, elections, numbering, powers, quorum, quotas
from unionhall.congress.rules.composition import Check
from unionhall.congress.rules.powers import PaperKind, Power
from unionhall.congress.rules.quotas import Formula


@pytest.mark.parametrize(
    ("staff", "national", "shanghai", "zhejiang"),
    [
        (100, 30, 30, None),
        (199, 30, 30, None),
        (200, 30, 35, None),
        (999, 50, 70, None),
        (1000, 50, 75, 100),
        (2000, 100, 125, 120),
        (2999, 150, 170, 120),
        (3000, 150, 175, 140),
        (4000, 200, 175, 160),
        (5000, 250, 175, 200),
        (8000, 400, 175, 200),
        (10000, 500, 175, 200),
    ],
)
def test_least_delegates_by_each_formula(staff, national, shanghai, zhejiang):
    assert [quotas.least(formula, staff) for formula in Formula] == [national, shanghai, zhejiang]


@pytest.mark.parametrize(
    ("part", "whole", "bound", "at_most", "limit", "holds"),
    [
        (30, 150, Fraction(1, 5), True, 30, True),
        (31, 150, Fraction(1, 5), True, 30, False),
        (31, 154, Fraction(1, 5), True, 30, False),  # 30.8 people are thirty people
        (75, 150, Fraction(1, 2), False, 75, True),
        (75, 151, Fraction(1, 2), False, 76, False),
        (0, 0, Fraction(1, 2), False, 0, True),
    ],
)
def test_a_share_of_the_delegates_is_inclusive_and_counts_whole_people(part, whole, bound, at_most, limit, holds):
    check = Check("CON-10", "管理人员", "代表", part, whole, bound, at_most, at_most, "条例")
    assert (check.limit, check.holds) == (limit, holds)


def test_a_broken_bound_says_its_arithmetic_and_what_would_mend_it():
    many = Check(
        "CON-10", "中层以上管理人员", "代表", 38, 150, Fraction(1, 5), True, True, "职代会条例第十六条，CON-10"
    )
    assert many.text == (
        "中层以上管理人员38人，占代表150人的25.3%，不得超过20%（30人）。还须减少8人（职代会条例第十六条，CON-10）。"
    )
    few = Check("CON-12", "一线代表", "代表", 74, 150, Fraction(1, 2), False, False, "CON-12")
    assert few.text == "一线代表74人，占代表150人的49.3%，应不少于50%（75人）。建议增加1人（CON-12）。"


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(28, 150, "18.7%"), (30, 150, "20%"), (1, 3, "33.3%"), (1, 16, "6.3%"), (9999, 10000, "99.9%"), (0, 0, "0%")],
)
def test_a_share_is_rounded_half_up_to_one_place(part, whole, said):
    assert composition.percent(part, whole) == said


@pytest.mark.parametrize(
    ("delegates", "seats", "fits"),
    [(29, 1, True), (30, 2, False), (30, 3, True), (100, 5, True), (100, 6, False), (101, 6, False), (101, 7, True)],
)
def test_the_presidium_has_the_size_the_law_asks(delegates, seats, fits):
    assert (composition.presidium_problem(delegates, seats) is None) == fits


@pytest.mark.parametrize(
    ("present", "entitled", "may_sit"),
    [(119, 180, False), (120, 180, True), (120, 181, False), (121, 181, True), (0, 0, False)],
)
def test_two_thirds_of_all_delegates_are_a_quorum(present, entitled, may_sit):
    assert (quorum.problem(present, entitled, Fraction(2, 3), "条例") is None) == may_sit


def test_a_missing_quorum_says_how_many_are_missing():
    assert quorum.problem(118, 180, Fraction(2, 3), "职代会条例第二十八条") == (
        "到会代表118人，未达全体代表180人的2/3（120人），不能开会和表决（职代会条例第二十八条）。再签到2人即可。"
    )


@pytest.mark.parametrize(
    ("staff", "came", "votes", "stands"),
    [
        (300, 200, 150, True),
        (300, 199, 199, False),
        (300, 200, 149, False),
        (301, 201, 151, True),
        (301, 200, 200, False),
        (300, 301, 200, False),
        (300, 250, 251, False),
    ],
)
def test_an_election_needs_two_thirds_there_and_half_of_all(staff, came, votes, stands):
    assert (elections.election_problem(staff=staff, came=came, votes=votes) is None) == stands


@pytest.mark.parametrize(("votes", "stands"), [(149, False), (150, True), (301, False)])
def test_a_recall_needs_half_of_all_staff(votes, stands):
    assert (elections.recall_problem(staff=300, votes=votes) is None) == stands


@pytest.mark.parametrize(("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")])
def test_terms_are_counted_in_chinese(number, words):
    assert numbering.numeral(number) == words


def test_a_session_is_told_by_term_and_number():
    assert (numbering.counted(3), numbering.code(3, 2)) == ("三", "3-2")
    with translation.override("en"):
        assert numbering.counted(3) == "3"
    with pytest.raises(ValueError):
        numbering.numeral(100)


def test_what_must_be_approved_is_never_heard():
    assert [power for power in Power if powers.is_heard(power)] == [Power.DELIBERATE, Power.SUPERVISE]


def test_papers_are_asked_for_by_power():
    assert powers.missing_papers(Power.APPROVE, {PaperKind.DRAFT}) == [PaperKind.EXPLANATION]
    assert powers.missing_papers(Power.DELIBERATE, {PaperKind.REPORT}) == []


@pytest.mark.parametrize(
    ("end", "count", "unit", "start"),
    [
        ("2023-03-17", 7, Unit.DAY, "2023-03-10"),
        ("2023-03-18", 7, Unit.DAY, "2023-03-10"),  # the eleventh is a Saturday: the day before it is the last
        ("2023-03-17", 5, Unit.WORKDAY, "2023-03-10"),
        ("2023-03-17", 0, Unit.WORKDAY, "2023-03-17"),
    ],
)
def test_days_before_never_end_on_a_day_off(end, count, unit, start):
    found = start_of(date.fromisoformat(end), count, unit, lambda day: day.weekday() < 5)
    assert found == date.fromisoformat(start)


@pytest.mark.parametrize(("count", "unit"), [(-1, Unit.DAY), (1, Unit.MONTH)])
def test_only_days_and_working_days_are_counted_back(count, unit):
    with pytest.raises(ValueError):
        start_of(date(2023, 3, 17), count, unit, lambda day: True)
