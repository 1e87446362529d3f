from datetime import date

import pytest

from unionhall.calendar import lunar, official


@pytest.mark.parametrize(
    ("year", "name", "on"),
    [
        (2023, "春节", date(2023, 1, 22)),
        (2023, "除夕", date(2023, 1, 21)),
        (2023, "元宵节", date(2023, 2, 5)),
        (2023, "端午节", date(2023, 6, 22)),
        (2023, "七夕节", date(2023, 8, 22)),
        (2023, "中秋节", date(2023, 9, 29)),
        (2023, "重阳节", date(2023, 10, 23)),
        (2024, "腊八节", date(2024, 1, 18)),
        (2025, "春节", date(2025, 1, 29)),
        (2025, "中秋节", date(2025, 10, 6)),
        (2027, "春节", date(2027, 2, 6)),
        (2033, "中秋节", date(2033, 9, 8)),
    ],
)
def test_a_festival_falls_on_its_day(year, name, on):
    assert on in [festival.day for festival in lunar.festivals(year) if festival.name == name]


def test_the_festivals_of_a_year_stand_in_order_and_in_the_year():
    for year in range(2004, 2100):
        days = [festival.day for festival in lunar.festivals(year)]
        assert days == sorted(days)
        assert {day.year for day in days} == {year}
        assert 7 <= len(days) <= 9


def test_the_statutory_days_agree_with_the_official_notices():
    for year in (2025, 2026):
        off = {entry.day for entry in official.shipped()[year] if not entry.is_working}
        assert set(lunar.statutory(year)) <= off
        assert len(lunar.statutory(year)) == 13
