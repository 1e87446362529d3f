from decimal import Decimal

import pytest

from unionhall.kernel import money


@pytest.mark.parametrize(
    ("yuan", "words"),
    [
        ("0", "零元整"),
        ("1000", "壹仟元整"),
        ("1000.05", "壹仟元零伍分"),
        ("25306.70", "贰万伍仟叁佰零陆元柒角整"),
        ("10001", "壹万零壹元整"),
        ("100000000", "壹亿元整"),
        ("100010000", "壹亿零壹万元整"),
        ("0.30", "叁角整"),
        ("-1", "负壹元整"),
        ("20000300.01", "贰仟万零叁佰元零壹分"),
    ],
)
def test_amounts_in_capitals(yuan, words):
    assert money.in_words(Decimal(yuan)) == words


def test_less_than_a_fen_is_refused():
    with pytest.raises(ValueError, match="whole number of fen"):
        money.to_fen(Decimal("0.001"))
