"""Every kind of page in both languages, on the phone and at the desk: accessible, nothing sideways, photographed."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Window, overflow, photograph
from tests.browser.kinds import KINDS, Kind
from tests.kit.world import Persona, World

ZOOMED = {"width": DESK["width"] // 2, "height": DESK["height"] // 2}  # what 200 % leaves of the desk


def opened(world: World, window: Window, language: str) -> Iterator[tuple[Kind, Page]]:
    """Each kind of page, one window for each persona."""
    windows: dict[Persona, Page] = {}
    for kind in KINDS:
        page = windows.get(kind.persona) or window(kind.persona, DESK, language)
        windows[kind.persona] = page
        assert page.goto(kind.address(world)).status == 200, kind.name
        yield kind, page


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_kind_of_page_is_accessible_and_fits(world, window, axe, language):
    faults = []
    for kind, page in opened(world, window, language):
        for size in (PHONE, ZOOMED, DESK):
            page.set_viewport_size(size)
            photograph(page, f"{kind.name}-{language}-{size['width']}")
            if wider := overflow(page):
                faults.append(f"{kind.name} is {wider} px too wide at {size['width']}")
            faults += axe(page) if size != ZOOMED else []
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "name", ["my.care", "my.care.benefits", "my.care.events.tell", "my.care.aid.request", "my.dues.list"]
)
def test_type_of_twice_the_size_fits_the_phone(world, window, name):
    page = window(Persona.MEMBER, PHONE, "zh-hans")
    page.goto(reverse(name))
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(page) == 0


def test_every_kind_of_page_prints_without_its_chrome(world, window):
    for kind, page in opened(world, window, "zh-hans"):
        page.emulate_media(media="print")
        photograph(page, f"{kind.name}-print")
        assert page.locator("nav").locator("visible=true").count() == 0, kind.name
