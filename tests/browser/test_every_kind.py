"""Every kind of page in both languages, on the phone and at the desk: accessible, nothing sideways, photographed."""

import pytest

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.browser.kinds import KINDS

ZOOMED = {"width": DESK["width"] // 2, "height": DESK["height"] // 2}  # what 200 % leaves of the desk
LANGUAGES = ["zh-hans", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_is_accessible_and_fits(world, window, axe, kind, language):
    for size in (PHONE, ZOOMED, DESK):
        page = window(kind.persona, size, language)
        response = page.goto(kind.address(world))
        assert response.status == 200
        photograph(page, f"{kind.name}-{language}-{size['width']}")
        assert overflow(page) == 0, f"{kind.name} is too wide at {size['width']}"
        if size != ZOOMED:
            assert not axe(page)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_can_be_printed(world, window, kind):
    page = window(kind.persona, DESK)
    page.goto(kind.address(world))
    page.emulate_media(media="print")
    photograph(page, f"{kind.name}-print")
    assert page.locator("nav").locator("visible=true").count() == 0
