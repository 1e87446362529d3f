"""Values in words, and cells as what they mean."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from unionhall.kernel.clock import UTC
from unionhall.pages import values
from unionhall.pages.imports import clean
from unionhall.pages.imports.fields import Field, match


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "—"),
        ("", "—"),
        ([], "—"),
        (True, "是"),
        (False, "否"),
        (0, "0"),
        (2103, "2,103"),
        (date(2023, 5, 1), "2023年5月1日"),
        (datetime(2023, 4, 30, 17, 5, tzinfo=UTC), "2023年5月1日 01:05"),
        (Decimal("12.50"), "12.5"),
        (Decimal("1000"), "1,000"),
        (1.5, "1.5"),
        (["甲", "乙"], "甲、乙"),
        ("字", "字"),
    ],
)
def test_values_in_words(value, said):
    assert values.words(value) == said


def test_days_speak_the_language_of_the_page():
    with translation.override("en"):
        assert values.day(date(2023, 5, 1)) == "1 May 2023"


@pytest.mark.parametrize(
    "cell",
    [
        "1985-3-2",
        "1985.03.02",
        "1985/03/02",
        "19850302",
        "1985年3月2日",
        "１９８５-３-２",
        date(1985, 3, 2),
        datetime(1985, 3, 2, 8),
        31108.0,
        19850302.0,
        " 1985-03-02 00:00:00 ",
    ],
)
def test_a_day_however_it_is_written(cell):
    assert clean.day(cell) == date(1985, 3, 2)


@pytest.mark.parametrize("cell", ["1985年3月", "1985.03", "1985-3", "198503", 1985.03])
def test_a_month_is_its_first_day(cell):
    assert clean.day(cell) == date(1985, 3, 1)


@pytest.mark.parametrize(
    ("cleaner", "cell", "reason"),
    [
        (clean.day, "明天", "“明天”不是日期，请写成 1985-3-2 这样"),
        (clean.day, "2023-2-30", "没有“2023-2-30”这一天"),
        (clean.day, "1899-12-31", "“1899-12-31”早于 1900 年"),
        (clean.day, 1985.1, "“1985.1”看不出是 1 月还是 10 月，请写成 1985-01 或 1985-10"),
        (clean.day, 5.0, "“5”不是日期，请写成 1985-3-2 这样"),
        (clean.text(3), "四个字呢", "超过 3 个字"),
        (clean.text(), 1.1e17, "数字太长，末几位已被表格抹去。请把这一列设为文本格式，重新填写"),
        (clean.yes_no, "也许", "“也许”不在可填的范围内（是、否、有、无、Y、N、√、×、1、0）"),
        (clean.phone, "12a", "“12a”不是电话号码"),
        (clean.whole(), "1.5", "1.5 不是整数"),
        (clean.whole(), "-1", "-1 超出了范围"),
        (clean.number(), "nan", "“nan”不是数字"),
        (clean.money, "1.005", "1.005 不足一分"),
    ],
)
def test_a_cell_that_cannot_be_meant_says_why(cleaner, cell, reason):
    with pytest.raises(clean.Bad) as bad:
        cleaner(cell)
    assert str(bad.value) == reason


@pytest.mark.parametrize(
    ("cleaner", "cell", "value"),
    [
        (clean.text(), "　ＡＢ１２ ", "AB12"),
        (clean.text(), 12.0, "12"),
        (clean.text(), "内科（一）", "内科（一）"),
        (clean.yes_no, "是", True),
        (clean.yes_no, False, False),
        (clean.phone, "138 0000-0000", "13800000000"),
        (clean.phone, 13800000000.0, "13800000000"),
        (clean.whole(), "1,000", 1000),
        (clean.money, "１２.5元", Decimal("12.50")),
        (clean.text(), "名\u200b字\n", "名字"),
    ],
)
def test_a_cell_is_what_was_meant(cleaner, cell, value):
    assert cleaner(cell) == value


def test_headers_are_matched_closest_first_and_used_once():
    fields = [
        Field("number", "工号", words=("员工编号",)),
        Field("name", "姓名"),
        Field("branch", "分工会"),
        Field("joined", "入会时间"),
    ]
    assert match(["序号", "工 号*", "姓名（必填）", "所在分工会", "入会时间：", "工号"], fields) == {
        "number": 1,
        "name": 2,
        "branch": 3,
        "joined": 4,
    }
    assert match(["员工编号", "名称"], fields) == {"number": 0}
