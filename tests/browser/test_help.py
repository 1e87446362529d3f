"""Help in confidence, from the request on the phone to the money signed for; a donation from the desk to the settled account."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.kit.world import Persona, build
from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union
from unionhall.care.models import Aid, Drive, HardshipFile
from unionhall.care.services import drives
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import chart, income, payments, purses, spending
from unionhall.kernel import clock


@pytest.fixture
def world(transactional_db):
    """The test world without its furniture: the book starts empty."""
    ours = Union.objects.create(code="demo", name="示范医院工会")
    with in_union(ours):
        yield build(ours, Union.objects.create(code="other", name="邻院工会"))


@pytest.fixture
def money(world):
    """The upper union's money for relief, so that no budget is needed."""
    chart.furnish()
    clerk = world.user(Persona.CLERK)
    purse = purses.open(title="上级帮扶资金", kind=FundKind.UPPER, by=clerk)
    income.receive(None, by=clerk, fund=purse, fen=10**6, way=Way.TRANSFER, on=clock.today(), text="帮扶资金到账")
    return purse


def test_help_is_asked_for_looked_at_granted_paid_and_signed_for(world, window, money):
    person = world.home.people[Persona.OTHER_BRANCH]
    phone = window(Persona.OTHER_BRANCH, PHONE)
    phone.goto("/my/care/hardship/apply/")
    phone.get_by_label("主要原因").select_option(label="大病")
    phone.get_by_label("家庭情况与申请理由").fill("家人长期治疗，自付费用较多，恳请帮助。")
    phone.get_by_label("单独同意").check()
    assert overflow(phone) == 0
    photograph(phone, "help-apply-zh-hans-360")
    phone.get_by_role("button", name="申请帮扶").click()
    expect(phone.locator("main")).to_contain_text("还没有别人看过")

    desk = window(Persona.CLERK, DESK)
    file = HardshipFile.objects.get(person=person)
    desk.goto(f"/office/care/hardship/{file.pk}/")
    _step(desk, "家庭收支测算", {"家庭人口": "3", "工资收入": "60000", "医疗自付": "45000"})
    expect(desk.locator("main")).to_contain_text("15,000.00 ÷ 3人 ÷ 12个月")
    photograph(desk, "help-file-zh-hans-1280")
    assert overflow(desk) == 0
    phone.reload()
    expect(phone.locator("main")).to_contain_text("clerk·demo")

    desk.goto("/office/care/aid/request/")
    desk.get_by_label("受助人").fill(person.staff_no)
    desk.get_by_label("类别").select_option(label="一次性救助")
    desk.get_by_label("事由发生日期").fill(str(clock.today()))
    desk.get_by_label("申请理由").fill("家中失火，急需安置。")
    desk.get_by_label("资金来源").select_option(label="上级工会补助")
    desk.get_by_label(re.compile("^申请金额")).fill("1000")
    desk.get_by_role("button", name="登记救助申请").click()
    aid = Aid.objects.get(person=person)
    chair = window(Persona.CHAIR, DESK)
    chair.goto(f"/office/care/aid/{aid.pk}/")
    _step(chair, "批准")
    photograph(chair, "help-aid-zh-hans-1280")
    _pay(world, aid)
    phone.goto(f"/my/care/aid/{aid.pk}/")
    _step(phone, "签收")
    photograph(phone, "help-signed-zh-hans-360")
    aid.refresh_from_db()
    assert (aid.state, aid.cash) == ("signed", 1000)


def test_a_donation_goes_from_the_desk_to_the_settled_account(world, window, money):
    today, clerk = clock.today(), world.user(Persona.CLERK)
    drive = drives.draft(
        by=clerk,
        title="爱心互助募捐",
        beneficiary=world.home.people[Persona.OTHER_BRANCH],
        cause="一位同事家庭遭遇重大困难。",
        consent_on=today,
        opens_on=today,
        closes_on=today + timedelta(days=7),
        remainder="beneficiary",
    )
    drives.publish(drive, by=world.user(Persona.CHAIR))
    desk = window(Persona.CLERK, DESK)
    desk.goto(f"/office/care/drives/{drive.pk}/")
    second = world.home.people[Persona.CASHIER].staff_no
    typed = {"金额（元）": "200.50", "清点人": second, "捐款人": world.home.people[Persona.MEMBER].staff_no}
    _step(desk, "登记捐款", typed)
    expect(desk.locator("main")).to_contain_text("200.50")
    photograph(desk, "help-drive-zh-hans-1280")
    assert overflow(desk) == 0

    phone = window(Persona.MEMBER, PHONE)
    phone.goto(f"/my/care/drives/{drive.pk}/")
    expect(phone.get_by_role("button", name="下载收据")).to_be_visible()
    photograph(phone, "help-drive-zh-hans-360")
    assert overflow(phone) == 0

    _step(desk, "截止募集")
    _step(desk, "申请支付", {"金额（元）": "200.50"})
    _pay(world, drive.payments.get())
    desk.goto(f"/office/care/drives/{drive.pk}/")
    _step(desk, "结清并公开账目")
    drive = Drive.objects.get(pk=drive.pk)
    assert (drive.state, drive.balance) == ("settled", Decimal(0))
    phone.reload()
    expect(phone.locator("main")).to_contain_text("已结清")


def _step(page: Page, verb: str, typed: dict[str, str] | None = None) -> None:
    """Take a step from the page of the record."""
    page.locator("main").get_by_role("link", name=verb, exact=True).first.click()
    for label, value in (typed or {}).items():
        page.get_by_label(re.compile(f"^{re.escape(label)}")).first.fill(value)
    page.get_by_role("button", name=verb, exact=True).click()
    page.wait_for_load_state()


def _pay(world, subject) -> None:
    """The chair's and the cashier's part in funds."""
    request = SpendingRequest.objects.about(subject).live().get()
    spending.approve(request, by=world.user(Persona.CHAIR), note="已核实")
    payments.pay(request, by=world.user(Persona.CASHIER))
