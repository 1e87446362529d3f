"""Every kind of page in both languages, on the phone and at the desk: accessible, nothing sideways, photographed."""

import pytest

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.browser.kinds import KINDS

ZOOMED = {"width": DESK["width"] // 2, "height": DESK["height"] // 2}  # what 200 % leaves of the desk


@pytest.mark.parametrize("size", [PHONE, ZOOMED, DESK], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_kind_of_page_is_accessible_and_fits(world, window, axe, language, size):
    faults, windows = [], {}
    for kind in KINDS:
        page = windows.setdefault(kind.persona, None) or window(kind.persona, size, language)
        windows[kind.persona] = page
        if (status := page.goto(kind.address(world)).status) != 200:
            faults.append(f"{kind.name}: {status}")
        photograph(page, f"{kind.name}-{language}-{size['width']}")
        if wider := overflow(page):
            faults.append(f"{kind.name} is {wider} px too wide")
        faults += axe(page) if size != ZOOMED else []
    assert not faults, "\n".join(faults)


def test_every_kind_of_page_prints_without_its_chrome(world, window):
    for kind in KINDS:
        page = window(kind.persona, DESK)
        page.goto(kind.address(world))
        page.emulate_media(media="print")
        photograph(page, f"{kind.name}-print")
        assert page.locator("nav").locator("visible=true").count() == 0, kind.name
