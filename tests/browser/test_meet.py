"""A meet from the phones of those in it: the member signs up and shows a code, the organiser checks in and types marks."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, overflow, photograph
from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.flow import EntryState
from unionhall.activities.kinds import Kind
from unionhall.activities.models import Activity, Attendance, Entry, Item
from unionhall.kernel import clock


@pytest.fixture
def meet(world) -> Activity:
    """A meet of today with one individual item, announced."""
    today, clerk = clock.today(), world.user(Persona.CLERK)
    meet = services.draft(
        by=clerk,
        title="职工运动会",
        kind=Kind.SPORTS_MEET,
        venue="体育馆",
        held_from=today,
        held_to=today + timedelta(days=1),
    )
    services.add_item(meet, by=clerk, name="一分钟跳绳", capacity=200)
    services.publish(meet, by=clerk)
    return meet


def test_a_member_signs_up_on_the_phone_and_is_checked_in(world, window, meet):
    phone = window(Persona.MEMBER, PHONE)
    phone.goto("/my/activities/")
    phone.get_by_role("link", name="职工运动会").first.click()
    phone.get_by_role("button", name="报名", exact=True).click()
    expect(phone.locator("main")).to_contain_text("已报名")
    photograph(phone, "signed-up-zh-hans-360")
    phone.get_by_role("link", name="出示入场码").click()
    ticket = Attendance.objects.get(activity=meet, person=world.home.people[Persona.MEMBER])
    expect(phone.locator("main")).to_contain_text(ticket.code)
    assert overflow(phone) == 0
    photograph(phone, "ticket-zh-hans-360")

    door = window(Persona.CLERK, PHONE)
    door.goto(f"/office/activities/{meet.pk}/check-in/")
    door.get_by_label("签到码或工号").fill(ticket.code)
    door.get_by_role("button", name="查找并签到").click()
    expect(door.get_by_text("已签到：")).to_be_visible()
    photograph(door, "check-in-zh-hans-360")
    assert Entry.objects.get(item__activity=meet).state == EntryState.CAME


def test_the_organiser_types_marks_and_the_places_follow(world, window, meet):
    item = Item.objects.get(activity=meet)
    for persona in (Persona.MEMBER, Persona.OTHER_BRANCH):
        services.sign_up(item, by=world.user(persona))
    page = window(Persona.CLERK)
    page.goto(f"/office/activities/items/{item.pk}/results/")
    page.get_by_label("member·demo").first.fill("180")
    page.get_by_label("other-branch·demo").first.fill("168")
    page.get_by_role("button", name="保存成绩").click()
    expect(page.get_by_text("2个成绩已保存")).to_be_visible()
    photograph(page, "activity-with-results-zh-hans-1280")
    ranks = item.results.order_by("rank").values_list("entry__person__name", "rank")
    assert list(ranks) == [("member·demo", 1), ("other-branch·demo", 2)]
