"""A proposal from hand to hand in a real browser: delegates and leader on the phone, committee and department at their desks."""

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, overflow, photograph
from tests.kit.world import Persona
from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.congress.flow import State as SessionState
from unionhall.congress.models import Session
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, How
from unionhall.people.models import Body, Person, Post, Seat
from unionhall.proposals.flow import State
from unionhall.proposals.models import Call, Proposal

P = Persona
CHIEF = "chief"  # the head of the department that answers, whom the test world has not
TITLE = "改善夜班人员用餐条件"


@pytest.fixture
def session(world) -> Session:
    """A session to come, of the term the member sits in; and a head for the department."""
    department = world.home.departments["department"]
    user = world.home.users[CHIEF] = User.objects.create_user(world.home.union, "70001", "部门负责人")
    person = Person.objects.create(
        staff_no="70001", name=user.name, user=user, department=department, employment="established"
    )
    body = Body.objects.get(kind=BodyKind.DEPARTMENT, department=department)
    seat = Seat.objects.create(body=body, title="部门负责人", role=Role.DEPARTMENT_HEAD)
    Post.objects.create(seat=seat, person=person, how=How.APPOINTMENT, began_on=clock.today() - timedelta(days=9))
    term = world.home.people[P.MEMBER].delegate_seats.get().term
    day = clock.today() + timedelta(days=60)
    return Session.objects.create(
        term=term, number=2, held_on=day, ends_on=day, venue="礼堂", state=SessionState.CONVENED
    )


def take(page: Page, verb: str) -> None:
    """Open a verb from the record's own buttons."""
    page.locator("main").get_by_role("link", name=verb, exact=True).first.click()


def send(page: Page, name: str) -> None:
    """Send the form, and see that it went through."""
    page.locator("main form").get_by_role("button", name=name, exact=True).click()
    expect(page.locator("main [role=alert]")).to_have_count(0)


def test_a_proposal_goes_from_hand_to_hand(world, window, session):
    today = clock.today()
    committee = window(P.PROPOSALS)
    committee.goto(reverse("proposals.calls.list"))
    take(committee, "发出征集")
    committee.get_by_label("会议").select_option(str(session.pk))
    committee.get_by_label("征集开始").fill(today.isoformat())
    committee.get_by_label("征集截止").fill((today + timedelta(days=20)).isoformat())
    send(committee, "发出征集")
    call = Call.objects.get(session=session)

    mover = window(P.MEMBER, PHONE)
    mover.goto(reverse("my.proposals.home"))
    take(mover, "写提案")
    mover.get_by_label("案由").fill(TITLE)
    mover.get_by_label("类别").select_option("HQ")
    mover.get_by_label("理由").fill("夜班人员用餐时间不固定，食堂夜间不开门。")
    mover.get_by_label("具体建议").fill("食堂夜间开一个窗口。\n设置自助加热柜。")
    assert overflow(mover) == 0
    photograph(mover, "proposal-draft-zh-hans-360")
    send(mover, "写提案")
    proposal = Proposal.objects.get(title=TITLE)
    take(mover, "邀请附议")
    seconders = [world.home.people[one] for one in (P.DELEGATION_HEAD, P.PRESIDIUM)]
    mover.get_by_label("请谁附议").fill(" ".join(one.staff_no for one in seconders))
    send(mover, "邀请附议")

    for persona in (P.DELEGATION_HEAD, P.PRESIDIUM):
        phone = window(persona, PHONE)
        phone.goto(reverse("my.proposals.home"))
        phone.get_by_role("link", name=f"请您附议：{TITLE}").click()
        take(phone, "附议")
        expect(phone.locator("main")).to_contain_text("自助加热柜")
        assert overflow(phone) == 0
        send(phone, "附议")
    mover.goto(reverse("my.proposals.detail", args=[proposal.pk]))
    take(mover, "提交提案")
    send(mover, "提交提案")
    expect(mover.locator("main")).to_contain_text("待初审")

    committee.goto(reverse("proposals.detail", args=[proposal.pk]))
    take(committee, "初审")
    committee.get_by_label("立案", exact=True).check()
    for criterion in ("符合法律和政策", "属于本院职权", "涉及全局或多数职工切身利益", "有可行的建议"):
        committee.get_by_label(criterion).check()
    send(committee, "初审")
    committee.goto(reverse("proposals.calls.detail", args=[call.pk]))
    take(committee, "登记审定")
    committee.get_by_label("审定机构").select_option("presidium")
    committee.get_by_label("审定日期").fill(today.isoformat())
    send(committee, "登记审定")
    take(committee, "登记交办会")
    committee.get_by_label("开会日期").fill(today.isoformat())
    send(committee, "登记交办会")
    committee.goto(reverse("proposals.detail", args=[proposal.pk]))
    take(committee, "交办")
    committee.get_by_label("主办部门").select_option(label="后勤保障部")
    send(committee, "交办")
    photograph(committee, "proposal-assigned-zh-hans-1280")

    handler = window(P.HANDLER)
    handler.goto(reverse("proposals.shares.list"))
    handler.get_by_role("link", name=TITLE).first.click()
    take(handler, "签收")
    send(handler, "签收")
    take(handler, "起草答复")
    handler.get_by_label("A 已解决或已采纳").check()
    handler.get_by_label("答复意见").fill("食堂已经开设夜间窗口，加热柜已安装。")
    send(handler, "起草答复")

    chief = window(CHIEF)
    chief.goto(reverse("proposals.shares.list"))
    chief.get_by_role("link", name=TITLE).first.click()
    take(chief, "审签答复")
    send(chief, "审签答复")

    leader = window(P.HOSPITAL_LEADER, PHONE)
    leader.goto(reverse("proposals.signoff.list"))
    leader.get_by_role("link", name=TITLE).first.click()
    expect(leader.locator("main")).to_contain_text("加热柜已安装")
    take(leader, "阅签并送出")
    assert overflow(leader) == 0
    send(leader, "阅签并送出")

    mover.goto(reverse("my.proposals.home"))
    mover.get_by_role("link", name=f"请评价答复：{TITLE}").click()
    mover.get_by_role("group", name="对办理态度").get_by_label("满意", exact=True).check()
    mover.get_by_role("group", name="对办理结果").get_by_label("基本满意").check()
    send(mover, "评价办理")
    photograph(mover, "proposal-rated-zh-hans-360")

    committee.goto(reverse("proposals.detail", args=[proposal.pk]))
    take(committee, "办结")
    send(committee, "办结")
    member = window(P.OTHER_BRANCH, PHONE)
    member.goto(reverse("my.progress.list"))
    expect(member.locator("main")).to_contain_text(TITLE)
    proposal.refresh_from_db()
    assert (proposal.state, proposal.reply_class) == (State.CLOSED, "A")
