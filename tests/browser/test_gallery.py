"""Every part pages are made of, light and dark, in both sizes: photographed, accessible, nothing sideways."""

import pytest

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.kit.world import Persona

pytestmark = pytest.mark.urls("tests.web.gallery")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_parts_are_accessible_and_fit(world, window, axe, scheme, size):
    page = window(Persona.CLERK, size, color_scheme=scheme)
    page.goto("/gallery/")
    photograph(page, f"gallery-{scheme}-{size['width']}")
    assert overflow(page) == 0
    assert not axe(page)


def test_a_dangerous_verb_asks_twice_in_its_own_button(world, window):
    page = window(Persona.CLERK, DESK)
    page.goto("/gallery/")
    button = page.locator("button.danger")
    button.click()
    assert button.inner_text() == "再按一次确认"
    assert page.url.endswith("/gallery/")
    button.click()
    page.wait_for_url("**/gallery/?")
