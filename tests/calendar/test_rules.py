from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionhall.calendar import official
from unionhall.calendar.official import OfficialDay
from unionhall.calendar.rules import Unit, end_of, months_after
from unionhall.calendar.selectors import Year, by_day

YEAR = {year: Year(year, by_day(days), True) for year, days in official.shipped().items()}


def working(day):
    return YEAR.get(day.year, Year(day.year, {}, False)).is_working(day)


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("start", "count", "unit", "end"),
    [
        ("2023-03-01", 15, Unit.DAY, "2023-03-16"),  # the first day is not counted
        ("2023-03-01", 0, Unit.DAY, "2023-03-01"),
        ("2023-04-14", 15, Unit.DAY, "2023-05-04"),  # ends on 29 April, the first of five days off
        ("2023-04-13", 10, Unit.DAY, "2023-04-23"),  # a Sunday on which people work
        ("2023-03-03", 1, Unit.DAY, "2023-03-06"),  # a Saturday on which they do not
        ("2023-01-31", 1, Unit.MONTH, "2023-02-28"),  # no 31 February
        ("2024-01-31", 1, Unit.MONTH, "2024-02-29"),
        ("2023-08-31", 1, Unit.MONTH, "2023-10-07"),  # ends on 30 September, rolls over the National Day week
        ("2023-11-30", 3, Unit.MONTH, "2024-02-29"),
        ("2023-03-31", 12, Unit.MONTH, "2024-04-01"),  # ends on a Sunday
        ("2023-04-28", 1, Unit.WORKDAY, "2023-05-04"),
        ("2023-04-28", 3, Unit.WORKDAY, "2023-05-06"),  # a Saturday made up
        ("2023-01-20", 7, Unit.WORKDAY, "2023-02-03"),  # Spring Festival with two days made up
        ("2023-04-29", 0, Unit.WORKDAY, "2023-04-29"),
    ],
)
def test_a_period_ends_as_the_civil_code_says(start, count, unit, end):
    assert end_of(day(start), count, unit, working) == day(end)


def test_no_period_runs_backwards():
    with pytest.raises(ValueError, match="backwards"):
        end_of(day("2023-03-01"), -1, Unit.DAY, working)


DAYS = st.dates(date(2004, 1, 1), date(2024, 12, 31))


@given(DAYS, st.integers(1, 200), st.sampled_from(Unit))
def test_a_period_ends_on_a_working_day_after_its_start(start, count, unit):
    end = end_of(start, count, unit, working)
    assert end > start
    assert working(end)


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_lie_in_a_period_of_working_days(start, count):
    end = end_of(start, count, Unit.WORKDAY, working)
    assert sum(working(start + timedelta(days=number)) for number in range(1, (end - start).days + 1)) == count


@given(DAYS, st.integers(0, 40))
def test_a_longer_period_never_ends_earlier(start, count):
    for unit in Unit:
        assert end_of(start, count, unit, working) <= end_of(start, count + 1, unit, working)


@given(DAYS, st.integers(0, 240))
def test_months_keep_the_day_or_take_the_last(start, count):
    end = months_after(start, count)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == count
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("2004-05-08", True),
        ("2010-10-07", False),
        ("2015-09-03", False),
        ("2020-01-31", False),
        ("2024-02-09", True),
        ("2024-02-17", False),
        ("2024-02-18", True),
        ("2024-10-12", True),
        ("2025-05-05", False),
        ("2026-10-07", False),
    ],
)
def test_the_committed_years_keep_what_the_notices_said(text, works):
    assert working(day(text)) is works


def test_every_committed_make_up_day_is_on_a_weekend():
    assert {entry.day.weekday() for days in official.shipped().values() for entry in days if entry.is_working} == {5, 6}


@pytest.mark.parametrize(
    "line",
    [
        "2月5日至2月7日 休 春节",
        "2027年2月5日至7日 放假 春节",
        "2.5-7 休 春节",
        "2027-2-5~2027-2-7，休，春节",
        "２月５日至７日　休　春节",
        "2.5-2.7 off 春节",
    ],
)
def test_a_line_of_the_notice_is_read_as_people_write_it(line):
    assert official.read(2027, line) == [OfficialDay(date(2027, 2, number), False, "春节") for number in (5, 6, 7)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "没有读到"),
        ("春节放假三天", "看不懂这一行"),
        ("2月30日 休 春节", "没有这一天"),
        ("2月7日至5日 休 春节", "先后反了"),
        ("2026年12月31日 休 元旦", "不在 2027 年"),
        ("2月5日 休 春节\n2月5日 休 春节", "写了两次"),
        ("2月8日 班 春节", "本来就是工作日"),
    ],
)
def test_what_cannot_be_is_refused_in_words(text, reason):
    with pytest.raises(ValueError, match=reason):
        official.read(2027, text)
