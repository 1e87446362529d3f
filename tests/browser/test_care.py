"""Care as it is used: a visit in three taps after arrival; the Spring Festival's gift from list to archive at the desk."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.care.visits_world import adopt
from tests.kit.world import Persona
from unionhall.care.flow.issues import IssueState
from unionhall.care.kinds.words import Occasion
from unionhall.care.models import Issue, Standard, Visit, VisitSet, VisitTask
from unionhall.care.services import events
from unionhall.kernel import clock


@pytest.fixture
def ruled(world):
    """The five visits and the standards, in the place of the furnished ones."""
    VisitTask.objects.all().delete()
    for kind in (VisitSet, Standard):
        for row in kind.objects.all():
            getattr(row, "rules", kind.objects.none()).all().delete()
            row.delete()
    adopt(world.user(Persona.CLERK))
    return world


def test_a_visit_is_written_down_in_three_taps_after_arrival(ruled, window):
    member, today = ruled.home.people[Persona.MEMBER], clock.today()
    event = events.tell(
        by=ruled.user(Persona.CLERK), person=member, kind=Occasion.HOSPITAL, happened_on=today, words="骨折手术"
    )
    phone = window(Persona.GROUP_LEADER, PHONE)
    phone.goto("/my/")
    photograph(phone, "care-waiting-zh-hans-360")
    phone.get_by_role("link", name=re.compile(f"走访{member.name}")).click()  # one
    photograph(phone, "care-call-zh-hans-360")
    assert overflow(phone) == 0
    phone.get_by_label("慰问金（元）").fill("500")
    phone.get_by_label(re.compile("branch-chair")).set_checked(True)  # two: whoever came along
    phone.get_by_role("button", name="登记走访").click()  # three
    expect(phone.get_by_text("走访已登记。")).to_be_visible()
    visit = Visit.objects.get(event=event)
    assert visit.cash == 500 and visit.visitors.count() >= 2

    mine = window(Persona.MEMBER, PHONE)
    mine.goto("/my/care/")
    expect(mine.locator("main")).to_contain_text("500.00")
    assert overflow(mine) == 0
    photograph(mine, "care-mine-zh-hans-360")
    mine.locator("li", has_text="住院").get_by_role("button", name="签收").click()
    expect(mine.get_by_text("已签收。")).to_be_visible()


def test_a_gift_goes_from_the_list_to_the_archive_without_a_table(ruled, window):
    desk = window(Persona.CLERK, DESK)
    desk.goto("/office/care/issues/draft/")
    desk.get_by_label("名称").fill("春节慰问")
    desk.get_by_label("节日").select_option(label="春节")
    desk.get_by_role("button", name="发起福利发放").click()
    _step(desk, "设套餐", {"套餐": "年货礼包", "单价（元）": "300", "入库数量": "60"})
    _step(desk, "生成名单")
    _step(desk, "开始领取")
    photograph(desk, "care-issue-open-zh-hans-1280")
    assert overflow(desk) == 0
    issue = Issue.objects.get(title="春节慰问")

    phone = window(Persona.MEMBER, PHONE)
    phone.goto("/my/care/benefits/")
    phone.locator("section", has_text="春节慰问").get_by_role("link", name="出示领取码").click()
    photograph(phone, "care-ticket-zh-hans-360")
    counter = window(Persona.CLERK, PHONE)
    counter.goto(f"/office/care/issues/{issue.pk}/hand-out/")
    counter.get_by_label("领取码或工号").fill(ruled.home.people[Persona.MEMBER].staff_no)
    counter.get_by_role("button", name="查找").click()
    photograph(counter, "care-counter-zh-hans-360")
    counter.get_by_role("button", name="已领取，签收").click()
    expect(counter.get_by_text("已签收：")).to_be_visible()

    desk.goto(f"/office/care/issues/{issue.pk}/")
    _step(desk, "签收表已收回", {"签收表上没有签字的工号": ruled.home.people[Persona.AUDITOR].staff_no})
    with desk.expect_download() as paper:
        desk.get_by_role("button", name="签收表 Word").click()
    assert paper.value.suggested_filename.endswith(".docx")
    _step(desk, "截止领取")
    _step(desk, "归档", {"归档说明": "一人未领。", "不申请经费的理由": "礼包由单位提供，不用工会经费。"})
    photograph(desk, "care-issue-archived-zh-hans-1280")
    issue.refresh_from_db()
    assert issue.state == IssueState.ARCHIVED
    assert issue.entitlements.filter(state="lapsed").count() == 1


def _step(desk, name, typed=None):
    """Open a step by its button, type, and take it."""
    desk.locator("main").get_by_role("link", name=name, exact=True).click()
    for label, text in (typed or {}).items():
        desk.get_by_label(label).fill(text)
    desk.get_by_role("button", name=name, exact=True).click()
    expect(desk.get_by_text(f"已办理：{name}。")).to_be_visible()
