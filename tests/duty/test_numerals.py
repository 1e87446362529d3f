from decimal import Decimal

import pytest

from unionhall.duty.check.numerals import to_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("329", "329"),
        ("25,000", "25000"),
        ("２５", "25"),
        ("2.5万", "25000"),
        ("10万", "100000"),
        ("十万", "100000"),
        ("十", "10"),
        ("十二", "12"),
        ("二十", "20"),
        ("一百零三", "103"),
        ("一千零五十", "1050"),
        ("两千", "2000"),
        ("三百二十九", "329"),
        ("二〇二三", "2023"),
        ("一亿", "100000000"),
        ("98.5", "98.5"),
    ],
)
def test_numbers_as_reports_write_them(text, value):
    assert to_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "若干", "许多", "1二"])
def test_what_is_no_number_is_refused(text):
    if text:
        with pytest.raises(ValueError, match="not a number"):
            to_number(text)
