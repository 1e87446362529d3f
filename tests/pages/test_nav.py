"""What modules tell the frames."""

from datetime import date, datetime

import pytest

from unionhall.kernel.clock import SHANGHAI
from unionhall.pages import nav
from unionhall.pages.desk import News, Waiting


@pytest.fixture(autouse=True)
def empty_house(monkeypatch):
    monkeypatch.setattr(nav, "_rooms", {room: [] for room in nav.ROOMS})
    for name in ("_offers", "_homes", "_waiting", "_news", "_missing"):
        monkeypatch.setattr(nav, name, [])


def test_rooms_keep_their_order_and_empty_ones_are_absent(keeper):
    nav.room("年", "计划", "loans.list")
    nav.room("人", "借用单", "loans.list", icon="tool")
    nav.room("会", "秘密", "loans.list", who=lambda user: False)
    assert [(room.glyph, [entry.label for entry in room.entries]) for room in nav.rooms(keeper)] == [
        ("人", ["借用单"]),
        ("年", ["计划"]),
    ]
    assert nav.rooms(keeper)[0].entries[0].url == "/office/loans/"


def test_what_one_may_not_start_is_absent(keeper):
    nav.offer("借工具", "loans.ask", icon="tool")
    nav.offer("别的", "loans.ask", icon="tool", who=lambda user: False)
    assert [entry.label for entry in nav.offers(keeper)] == ["借工具"]


def test_what_waits_stands_soonest_first_and_undated_last(keeper):
    nav.waiting(lambda user: [Waiting("无期", "/a/"), Waiting("五月", "/b/", date(2023, 5, 1))])
    nav.waiting(lambda user: [Waiting("四月", "/c/", date(2023, 4, 1))])
    assert [item.text for item in nav.waiting_for(keeper)] == ["四月", "五月", "无期"]


def test_news_stand_newest_first(keeper):
    first, second = (datetime(2023, 5, number, tzinfo=SHANGHAI) for number in (1, 2))
    nav.news(lambda user: [News("早", "/a/", first), News("晚", "/b/", second)])
    assert [item.text for item in nav.news_for(keeper)] == ["晚", "早"]


def test_a_user_lands_on_the_first_home_that_admits_them(keeper):
    assert nav.home_of(keeper) == ""
    nav.landing("loans.ask", who=lambda user: False)
    nav.landing("loans.list")
    assert nav.home_of(keeper) == "/office/loans/"
