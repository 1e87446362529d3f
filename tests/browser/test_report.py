"""The chair drafts, checks and signs a duty report by keyboard alone, and takes it away as Word."""

import zipfile

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import photograph
from tests.kit.world import Persona
from unionhall.duty.models import Report

MOST_STOPS = 120


def reach(page: Page, goal: Locator) -> None:
    """Go on with Tab until the goal has the focus, as somebody without a mouse does."""
    expect(goal).to_be_visible()
    for _ in range(MOST_STOPS):
        if goal.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{goal} is not reached by keyboard")


def press(page: Page, goal: Locator, key: str = "Enter") -> None:
    reach(page, goal)
    page.keyboard.press(key)


def test_a_report_is_drafted_signed_and_taken_away_by_keyboard(world, window):
    page = window(Persona.CHAIR)
    page.goto("/year/")
    press(page, page.get_by_role("link", name="写述职报告").first)
    page.wait_for_url("**/duty/reports/create/**")
    press(page, page.get_by_role("radio").first, "Space")
    press(page, page.get_by_role("button", name="写述职报告"))
    page.wait_for_url(lambda url: "create" not in url)
    photograph(page, "report-draft-zh-hans-1280")
    report = Report.objects.exclude(pk__in=[world.ours["duty.Report"], world.elsewhere["duty.Report"]]).get()

    press(page, page.get_by_role("link", name="签发").first)
    press(page, page.get_by_role("button", name="签发"))
    expect(page.get_by_text("报告已签发")).to_be_visible()
    photograph(page, "report-signed-zh-hans-1280")
    report.refresh_from_db()
    assert report.is_signed

    with page.expect_download() as coming:
        press(page, page.get_by_role("button", name="下载 Word"))
    page.wait_for_timeout(2100)
    with page.expect_download() as coming:  # the page still stands: it can be taken away once more
        press(page, page.get_by_role("button", name="下载 Word"))
    with zipfile.ZipFile(coming.value.path()) as document:
        assert "word/document.xml" in document.namelist()
