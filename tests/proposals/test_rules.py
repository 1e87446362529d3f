"""The rules of proposals over plain values; what is compared against is written out, or reckoned another way."""

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionhall.proposals.kinds import Criterion, Ground, Mark, Outcome
from unionhall.proposals.rules import deadlines, numbering, replies, review, seconds
from unionhall.proposals.rules.text import likeness, parts_problem, points

WHOLE = {"title": "夜班用餐", "grounds": "食堂夜间不开门", "remedy": "开窗口"}
EVERY = frozenset(Criterion.values)
DUE = date(2023, 5, 23)


def matches(problem: str | None, rule: str | None) -> bool:
    """Whether a problem is the one expected, or none where none is."""
    return problem is None if rule is None else problem is not None and re.search(rule, problem) is not None


@pytest.mark.parametrize(("part", "label"), [("title", "案由"), ("grounds", "理由"), ("remedy", "具体建议")])
def test_each_of_the_three_parts_is_asked_for(part, label):
    assert parts_problem(WHOLE) is None
    problem = parts_problem(WHOLE | {part: " \n"})
    assert label in problem
    assert "PRO-03" in problem


@pytest.mark.parametrize(
    ("remedy", "found"),
    [
        ("", []),
        ("开窗口", ["开窗口"]),
        ("1、开窗口\n\n2. 加热柜", ["开窗口", "加热柜"]),
        ("（一）开窗口\n（二）加热柜\n- 送餐", ["开窗口", "加热柜", "送餐"]),
        ("10人以上的科室送餐", ["10人以上的科室送餐"]),
    ],
)
def test_points_are_counted_line_by_line_without_their_ordinals(remedy, found):
    assert points(remedy) == found


def naive_likeness(one: str, other: str) -> Fraction:
    """Jaccard over pairs of neighbours, for texts of Chinese characters alone."""
    left, right = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return Fraction(len(left & right), len(left | right)) if left | right else Fraction(0)


@settings(max_examples=100, deadline=None)
@given(*[st.text("夜班用餐食堂窗口", max_size=12)] * 2)
def test_likeness_is_that_of_the_obvious_model_and_the_same_both_ways(one, other):
    assert likeness(one, other) == likeness(other, one) == naive_likeness(one, other)
    assert len(one) < 2 or likeness(one, one) == 1


def test_a_copied_proposal_is_alike_and_another_is_not():
    assert likeness("改善夜班人员用餐", "关于改善夜班人员用餐的建议") > Fraction(1, 2)
    assert likeness("改善夜班人员用餐", "增加职工停车位") == 0
    assert likeness("", "") == 0


def test_numbers_name_term_session_category_and_serial_and_suggestions_count_by_themselves():
    assert numbering.number("3-2", "YL", 7) == "3-2-YL-007"
    assert numbering.number("3-2", numbering.SUGGESTIONS, 12) == "3-2-JY-012"
    assert numbering.key("3-2", "YL") != numbering.key("3-2", numbering.SUGGESTIONS)


@pytest.mark.parametrize(
    ("outcome", "met", "grounds", "reason", "rule"),
    [
        (Outcome.FILE, EVERY, (), "", None),
        (Outcome.FILE, EVERY - {Criterion.FEASIBLE}, (), "", "有可行的建议.*PRO-06"),
        (Outcome.MERGE, (), (), "", "PRO-06"),
        (Outcome.DECLINE, (), (Ground.SOLVED,), "去年已办", None),
        (Outcome.DECLINE, (), (), "去年已办", "PRO-07"),
        (Outcome.DECLINE, (), (Ground.SOLVED,), " ", "书面说明理由.*PRO-08"),
        (Outcome.SUGGESTION, (), (), "", "PRO-08"),
        (Outcome.ANSWER, (), (), "已在办理", None),
    ],
)
def test_a_review_says_what_its_outcome_asks_for(outcome, met, grounds, reason, rule):
    problem = review.outcome_problem(outcome, met=met, grounds=grounds, reason=reason)
    assert matches(problem, rule)


@settings(max_examples=50)
@given(st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_a_sheet_is_merged_only_into_another_case_that_is_not_merged_and_carries_nothing_itself(
    own, merged, case, carries
):
    problem = review.merge_problem(into_itself=own, lead_is_merged=merged, lead_is_case=case, carries_others=carries)
    assert (problem is None) == (not own and not merged and case and not carries)
    assert problem is None or "PRO-08" in problem


@pytest.mark.parametrize(
    ("due", "is_working", "rule"),
    [
        (DUE, True, None),
        (date(2023, 6, 24), True, None),
        (date(2023, 6, 25), True, "最迟到.*PRO-13"),
        (date(2023, 3, 24), True, "交办日期之后.*PRO-13"),
        (DUE, False, "休息日.*G-05"),
    ],
)
def test_a_due_date_lies_after_the_assignment_up_to_the_limit_on_a_working_day(due, is_working, rule):
    problem = deadlines.due_problem(due, given_on=date(2023, 3, 24), latest=date(2023, 6, 24), is_working=is_working)
    assert matches(problem, rule)


@pytest.mark.parametrize(
    ("today", "reached"),
    [
        (date(2023, 5, 15), None),
        (date(2023, 5, 16), 7),
        (date(2023, 5, 19), 7),
        (date(2023, 5, 20), 3),
        (date(2023, 5, 22), 1),
        (DUE, 0),
        (date(2023, 5, 24), -1),
        (date(2023, 5, 29), -1),
        (date(2023, 5, 30), -7),
        (date(2023, 7, 1), -14),
    ],
)
def test_a_stage_is_reached_on_its_day_and_stays_until_the_next(today, reached):
    assert deadlines.stage(DUE, today, before=(7, 3, 1), after=(1, 7, 14)) == reached


@pytest.mark.parametrize(
    ("reply_class", "promised_on", "reason", "rule"),
    [
        ("", None, "", "一类.*PRO-14"),
        ("E", None, "", "一类.*PRO-14"),
        ("A", None, "", None),
        ("B", None, "", "B类答复须写明.*PRO-14"),
        ("C", DUE, "", "C类答复须写明.*PRO-14"),
        ("C", date(2023, 5, 24), "", None),
        ("D", None, "", "说明暂不能解决的原因.*PRO-14"),
        ("D", None, "经费不足", None),
    ],
)
def test_a_reply_has_a_class_and_what_its_class_asks_for(reply_class, promised_on, reason, rule):
    problem = replies.reply_problem(reply_class, text="答复", promised_on=promised_on, reason=reason, today=DUE)
    assert matches(problem, rule)


def test_whoever_is_not_satisfied_says_why():
    assert "PRO-16" in replies.rating_problem(Mark.SATISFIED, Mark.UNSATISFIED, " ")
    assert replies.rating_problem(Mark.SATISFIED, Mark.UNSATISFIED, "没有解决") is None
    assert replies.rating_problem(Mark.FAIR, Mark.SATISFIED, "") is None


@pytest.mark.parametrize(
    ("rounds", "wanted", "rule"), [(1, True, None), (1, False, "PRO-17"), (2, True, "党政会议.*PRO-17")]
)
def test_a_case_is_handled_again_once_when_somebody_asks(rounds, wanted, rule):
    assert matches(replies.again_problem(rounds, most=1, wanted=wanted), rule)


def test_seconders_are_counted_against_the_rulebooks_least():
    assert seconds.seconds_problem(2, 2, "院规") is None
    assert matches(seconds.seconds_problem(1, 2, "院规"), "还差1名（院规，PRO-02）")
    assert matches(seconds.consent_problem(["乙", "甲"]), "乙、甲.*第四条.*PRO-04")
