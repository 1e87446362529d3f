"""The means test over plain values (CARE-01, CARE-02)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unionhall.care.kinds.hardship import INCOME, RIGID, Grade, LineKind
from unionhall.care.rules.means import Line, Unclear, assess

LINE = Decimal(735)


def means(*amounts, heads=3, is_accident=False):
    lines = [Line(kind, Decimal(amount)) for kind, amount in amounts]
    return assess(lines, heads=heads, poverty_line=LINE, is_accident=is_accident)


@pytest.mark.parametrize(
    ("wages", "medical", "is_accident", "per_head", "grade"),
    [
        ("60000", "40000", False, "555.56", Grade.DEEP),
        ("26459.99", "0", False, "735.00", Grade.DEEP),  # a fen a year below the line, though it rounds to the line
        ("26460.00", "0", False, "735.00", Grade.RELATIVE),
        ("52919.99", "0", True, "1470.00", Grade.RELATIVE),
        ("52920.00", "0", True, "1470.00", Grade.ACCIDENT),
        ("52920.00", "0", False, "1470.00", Grade.NONE),
        ("10000", "90000", False, "-2222.22", Grade.DEEP),  # more must be spent than comes in
    ],
)
def test_the_grade_follows_what_is_left_a_head_and_month(wages, medical, is_accident, per_head, grade):
    found = means((LineKind.WAGES, wages), (LineKind.MEDICAL, medical), is_accident=is_accident)
    assert (found.per_head, found.grade) == (Decimal(per_head), grade)


def test_the_calculation_is_shown_line_by_line():
    found = means((LineKind.WAGES, 60000), (LineKind.MEDICAL, 40000), (LineKind.SCHOOLING, 5000))
    assert [(str(label), how, amount) for label, how, amount in found.steps] == [
        ("工资收入", "+", 60000),
        ("医疗自付", "−", 40000),
        ("就学", "−", 5000),
        ("全年收入合计", "", 60000),
        ("全年刚性支出合计", "", 45000),
        ("扣减后", "60,000.00 − 45,000.00", 15000),
        ("扣减后每人每月", "15,000.00 ÷ 3人 ÷ 12个月", Decimal("416.67")),
        ("当地低保线（每人每月）", "低于它为深度困难", 735),
        ("低保线的两倍", "低于它为相对困难", 1470),
    ]


@pytest.mark.parametrize(
    ("amounts", "heads", "why"),
    [
        ([(LineKind.WAGES, "-0.01")], 3, "“工资收入”是负数；收入和支出都填正数，没有的填0（CARE-02）。"),
        ([(LineKind.WAGES, 1), (LineKind.MEDICAL, -5)], 3, "“医疗自付”是负数"),
        ([(LineKind.MEDICAL, 5)], 3, "请至少填一行收入"),
        ([(LineKind.WAGES, 1)], 0, "家庭人口至少是1人。"),
    ],
)
def test_what_cannot_be_is_refused_in_words(amounts, heads, why):
    with pytest.raises(Unclear, match=why):
        means(*amounts, heads=heads)


FEN = st.integers(0, 10**9).map(lambda fen: Decimal(fen) / 100)


@settings(max_examples=100, deadline=None)
@given(income=st.lists(st.tuples(st.sampled_from(INCOME), FEN), min_size=1, max_size=4),
       rigid=st.lists(st.tuples(st.sampled_from(RIGID), FEN), max_size=4), heads=st.integers(1, 12))  # fmt: skip
def test_more_income_never_deepens_a_hardship_and_more_need_never_lifts_it(income, rigid, heads):
    order = [Grade.DEEP, Grade.RELATIVE, Grade.NONE]
    now = order.index(means(*income, *rigid, heads=heads).grade)
    richer = order.index(means(*income, *rigid, (LineKind.WAGES, 1000), heads=heads).grade)
    needier = order.index(means(*income, *rigid, (LineKind.MEDICAL, 1000), heads=heads).grade)
    assert needier <= now <= richer
