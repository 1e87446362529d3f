"""What the one small script adds for those whose browser runs it: drafts, keys, menus that close."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.kit.world import Persona
from unionhall.people.selectors import person_of

RESTORED = "已恢复上次没有发出的内容。"


@pytest.fixture
def contact(world) -> str:
    """The form in which a member corrects phone and address, which are nobody else's business."""
    return reverse("people.me.contact", args=[person_of(world.user(Persona.MEMBER)).pk])


def test_a_list_is_walked_by_keys(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto(reverse("people.list"))
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    row = page.locator("tr.at")
    expect(row).to_have_count(1)
    name = row.locator("a").first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(name)


def test_the_slash_goes_to_the_search_box_and_n_starts_a_new_record(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto(reverse("people.list"))
    page.keyboard.press("/")
    expect(page.locator(".bar input[type=search]")).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator(".bar input[type=search]")).to_have_value("n")
    page.locator("h1").click()
    page.keyboard.press("n")
    page.wait_for_url("**" + reverse("people.take_on"))


def test_what_was_typed_and_not_sent_comes_back_and_can_be_dropped(world, window):
    page, address = window(Persona.CLERK, PHONE), reverse("activities.draft")
    page.goto(address)
    page.get_by_label("活动名称").fill("秋季登山")
    page.goto(reverse("web.office"))
    page.goto(address)
    expect(page.get_by_label("活动名称")).to_have_value("秋季登山")
    expect(page.get_by_text(RESTORED)).to_be_visible()
    page.get_by_role("button", name="不要了").click()
    page.reload()
    expect(page.get_by_label("活动名称")).to_have_value("")


def test_a_draft_is_forgotten_once_sent_but_not_when_it_was_refused(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto(reverse("activities.draft"))
    page.get_by_label("活动名称").fill("秋季登山")
    page.locator("main button.main").click()
    expect(page.locator("[role=alert]")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 1
    page.get_by_label("举办日期").fill("2023-10-14")
    page.get_by_label("地点").fill("西山")
    page.locator("main button.main").click()
    expect(page.locator("h1")).to_contain_text("秋季登山")
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_private_fields_and_other_accounts_drafts_are_not_kept(world, window, contact):
    page = window(Persona.MEMBER, PHONE)
    page.goto(contact)
    page.get_by_label("通信地址").fill("解放路 3 号")
    assert "解放路" not in page.evaluate("JSON.stringify(localStorage)")
    page.evaluate("localStorage.setItem('draft:somebody-else:/x/', '[]')")
    page.reload()
    assert "somebody-else" not in page.evaluate("JSON.stringify(localStorage)")


def test_a_menu_opens_by_keyboard_and_closes_on_escape(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto(reverse("web.office"))
    menu = page.locator(".bar details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("open", "")
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    expect(menu.locator("summary")).to_be_focused()


def test_the_skip_link_leads_past_the_rooms(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto(reverse("web.office"))
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
