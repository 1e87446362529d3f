from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionhall.rulebook import kinds
from unionhall.rulebook.kinds import KINDS, Span, read


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("int", "０１５", 15),
        ("share", "20%", Fraction(1, 5)),
        ("share", "2/3", Fraction(2, 3)),
        ("share", "0.005", Fraction(1, 200)),
        ("share", "100 %", Fraction(1)),
        ("money", "3,000", Decimal("3000.00")),
        ("span", "15–21", Span(15, 21)),
        ("span", "3", Span(3, 3)),
        ("days", "30、180，90", (180, 90, 30)),
        ("choice", "more", "more"),
    ],
)
def test_what_people_type_is_read(kind, text, value):
    assert read(kind, text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("int", "-1"),
        ("int", "1.5"),
        ("int", "五"),
        ("int", ""),
        ("share", "2/0"),
        ("share", "120%"),
        ("share", "-1%"),
        ("share", "多数"),
        ("share", "0.33333"),
        ("int", "9" * 80),
        ("money", "9" * 80),
        ("money", "1e400"),
        ("money", "1.001"),
        ("money", "-1"),
        ("money", "NaN"),
        ("money", "Infinity"),
        ("span", "9-3"),
        ("span", "3-"),
        ("days", "30,,60"),
    ],
)
def test_what_is_not_of_the_kind_is_refused_in_words(kind, text):
    with pytest.raises(ValueError, match="。"):
        read(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("share", "0.5%", "0.5%"),
        ("share", "2/3", "2/3"),
        ("money", "3000", "3,000.00"),
        ("span", "15-21", "15–21"),
        ("span", "3", "3"),
        ("days", "180,90,30", "180、90、30"),
        ("words", "烟酒，基建、烟酒", "烟酒、基建"),
    ],
)
def test_a_value_is_shown_as_people_write_it(kind, text, shown):
    assert KINDS[kind].show(read(kind, text)) == shown


@given(st.fractions(0, 1, max_denominator=10_000))
def test_a_share_survives_being_kept(share):
    assert read("share", kinds.KINDS["share"].write(share)) == share


@given(st.decimals(0, 10**9, places=2))
def test_money_survives_being_kept(yuan):
    assert read("money", kinds.KINDS["money"].write(yuan)) == yuan
