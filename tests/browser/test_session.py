"""A whole session from the pages of those concerned: prepared, called, opened, voted, resolved, minuted, archived."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, overflow, photograph
from tests.kit.world import Persona
from unionhall.congress import services
from unionhall.congress.flow import State
from unionhall.congress.kinds import Congress, Role
from unionhall.congress.models import Session, Term
from unionhall.congress.services.delegates import Seat
from unionhall.kernel import clock
from unionhall.people.choices import Employment
from unionhall.people.models import Membership, Person

SEATED = (Persona.DELEGATION_HEAD, Persona.MEMBER, Persona.PRESIDIUM, Persona.TELLER)


@pytest.fixture
def term(world) -> Term:
    """A term that began last month, with thirty delegates in two delegations."""
    clerk, began = world.user(Persona.CLERK), clock.today() - timedelta(days=30)
    term = services.open_term(by=clerk, kind=Congress.STAFF, number=4, began_on=began, seats=30)
    delegations = [services.add_delegation(term, by=clerk, name=name) for name in ("内科代表团", "外科代表团")]
    crowd = Person.objects.bulk_create(
        [Person(staff_no=f"7{n:04}", name=f"代表{n}", employment=Employment.ESTABLISHED) for n in range(26)]
    )
    Membership.objects.bulk_create([Membership(person=one, state="approved", joined_on=began) for one in crowd])
    people = [*(world.home.people[persona] for persona in SEATED), *crowd]
    seats = [Seat(one, delegations[at % 2], is_front_line=True) for at, one in enumerate(people)]
    rows = services.enrol(term, by=clerk, seats=seats, began_on=began)
    services.name_head(rows[0], by=clerk)
    return term


def fill(page: Page, address: str, **typed: str) -> None:
    """Open a verb's page, type or pick, and send it."""
    page.goto(address)
    for name, value in typed.items():
        field = page.locator(f"[name={name}]").first
        field.select_option(value) if field.evaluate("field => field.tagName") == "SELECT" else field.fill(value)
    page.locator("main form .buttons button").first.click()
    expect(page.get_by_text("已办理：")).to_be_visible()


def items_of(page: Page, session: str) -> list[str]:
    """The addresses of the items on the session's page."""
    page.goto(session)
    return list(dict.fromkeys(link.get_attribute("href") for link in page.locator("main td a[href*='/items/']").all()))


def prepared(desk: Page, term: Term, observer: str) -> str:
    """The clerk prepares, puts two items on the agenda with papers given out in time, seats the presidium, calls."""
    long_ago = (clock.today() - timedelta(days=10)).isoformat()
    today = clock.today().isoformat()
    fill(desk, "/office/congress/prepare/", term=str(term.pk), held_on=today, venue="门诊楼学术报告厅")
    session = desk.url
    fill(desk, f"{session}add_item/", title="绩效分配办法", power="approve", presenter="人事科")
    fill(desk, f"{session}add_item/", title="院长工作报告", power="deliberate", presenter="院长")
    plan, report = items_of(desk, session)
    for item, kind in ((plan, "draft"), (plan, "explanation"), (report, "report")):
        fill(desk, f"{item}add_paper/", kind=kind, title="会议材料", given_on=long_ago, text="正文。")
    desk.goto(f"{session}seat_presidium/")
    for name in ("presidium·demo", "代表0", "代表1"):
        desk.get_by_label(f"{name}（一线）", exact=True).check()
    desk.get_by_role("button", name="确定主席团").click()
    fill(desk, f"{session}invite/", role=Role.OBSERVER.value, people=observer)
    fill(desk, f"{session}convene/")
    return session


def counted(phone: Page, numbers: tuple[int, ...]) -> None:
    """A teller counts the papers alone, on the phone."""
    phone.goto("/my/votes/")
    phone.get_by_role("link", name="绩效分配办法").first.click()
    for field, number in zip(phone.locator("main form input[inputmode=numeric]").all(), numbers, strict=True):
        field.fill(str(number))
    phone.get_by_role("button", name="录入计数").click()
    expect(phone.get_by_text("计数已录入。")).to_be_visible()


def test_a_session_is_held_from_the_pages_alone(world, window, term):
    desk = window(Persona.CLERK)
    session = prepared(desk, term, world.home.people[Persona.OTHER_BRANCH].staff_no)
    mine = session.replace("/office/", "/my/")

    head = window(Persona.DELEGATION_HEAD, PHONE)
    head.goto(mine)
    head.get_by_role("link", name="记录讨论意见").first.click()
    head.get_by_label("讨论意见").fill("建议向夜班岗位倾斜。")
    head.get_by_role("button", name="提交讨论意见").click()
    presiding = window(Persona.PRESIDIUM, PHONE)
    presiding.goto(mine)
    presiding.get_by_role("link", name="各代表团意见汇总").click()
    expect(presiding.get_by_text("建议向夜班岗位倾斜。")).to_be_visible()

    desk.goto(f"{session}open/")
    expect(desk.get_by_text("到会代表0人，未达全体代表30人的2/3（20人）")).to_be_visible()
    desk.goto(f"{session}roll-call/")
    for _delegation in range(2):
        desk.get_by_role("button", name="未请假的全部到会").first.click()
    fill(desk, f"{session}open/")
    photograph(desk, "session-zh-hans-1280")

    chair, hall = window(Persona.CHAIR), window(Persona.CHAIR)
    hall.goto(session.replace("/office/", "/") + "hall/")
    plan, report = items_of(chair, session)
    fill(chair, f"{plan}call/")
    chair.goto(f"{plan}hear/")
    expect(chair.get_by_text("须无记名票决，不能以听取代替")).to_be_visible()
    chair.goto(f"{plan}open_vote/")
    for teller in ("teller·demo", "delegation-head·demo"):
        chair.get_by_label(f"{teller}（一线）", exact=True).check()
    chair.get_by_role("button", name="开始表决").click()
    expect(hall.get_by_text("正在表决")).to_be_visible(timeout=2000)
    for teller in (Persona.TELLER, Persona.DELEGATION_HEAD):
        counted(window(teller, PHONE), (30, 29, 29, 25, 3, 1))
    chair.get_by_role("link", name="办理表决").click()
    poll = chair.url
    fill(chair, f"{poll}close/")
    expect(hall.locator("main")).not_to_contain_text("25")
    fill(chair, f"{poll}declare/")
    expect(hall.locator("main")).to_contain_text("25", timeout=2000)
    photograph(hall, "hall-zh-hans-1280")
    fill(chair, f"{plan}conclude/")
    fill(chair, f"{plan}resolve/")
    fill(chair, f"{report}call/")
    fill(chair, f"{report}hear/")
    fill(chair, f"{session}write_minutes/")
    for verb in ("close", "publish"):
        fill(chair, f"{session}{verb}/")
    fill(chair, f"{session}file/", filed_on=clock.today().isoformat(), filing="示医工〔2026〕9号")
    fill(chair, f"{session}archive/")
    with chair.expect_download() as file:
        chair.get_by_role("button", name="下载会议档案").click()
    assert file.value.suggested_filename == "第四届第一次职工代表大会档案.zip"

    observer = window(Persona.OTHER_BRANCH, PHONE)
    observer.goto(mine)
    expect(observer.get_by_text("列席代表（没有表决权、选举权）")).to_be_visible()
    member = window(Persona.MEMBER, PHONE)
    member.goto(mine)
    expect(member.get_by_text("赞成 25")).to_be_visible()
    assert overflow(member) == 0
    photograph(member, "session-zh-hans-360")
    member.get_by_role("link", name="关于通过《绩效分配办法》的决议").click()
    expect(member.get_by_text("会议经无记名投票表决，审议通过")).to_be_visible()
    assert Session.objects.get(term=term).state == State.ARCHIVED
