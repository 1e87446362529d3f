"""A vote as those in it meet it: the voter on the phone, two tellers whose counts differ, the desk, the sheet."""

from fractions import Fraction

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, overflow, photograph
from tests.kit.world import Persona, World
from unionhall.ballots import services
from unionhall.ballots.kinds import Kind, Way
from unionhall.ballots.models import Poll, Turnout
from unionhall.ballots.plain import Ask, Candidate, voter_of
from unionhall.ballots.rules import Base, Rule
from unionhall.ballots.scales import Scale, choices_of

VOTERS = (
    Persona.MEMBER,
    Persona.DELEGATE,
    Persona.DELEGATION_HEAD,
    Persona.OTHER_BRANCH,
    Persona.GROUP_LEADER,
    Persona.HANDLER,
)
TELLERS = (Persona.TELLER, Persona.PRESIDIUM)
PASSES = Rule(Base.ALL, Fraction(1, 2), False, "赞成票超过全体应到人员的1/2为通过（职代会条例第三十一条）")
ELECTS = Rule(Base.ALL, Fraction(1, 2), False, "赞成票超过全体应到人员的1/2方可当选（选举工作条例）")


def prepared(world: World, title: str, **facts) -> Poll:
    """A poll of six, made by the clerk."""
    roll = [voter_of(world.user(one)) for one in VOTERS]
    return services.prepare(by=world.user(Persona.CLERK), title=title, roll=roll, **facts)


@pytest.fixture
def motion(world) -> Poll:
    """A named vote, open."""
    text = "职工宿舍分配办法（草案）第三稿，是否同意？"
    poll = prepared(world, "职工宿舍分配办法", text=text, way=Way.NAMED, rule=PASSES)
    services.open(poll, by=world.user(Persona.CLERK))
    return poll


@pytest.fixture
def appraisal(world) -> Poll:
    """A secret appraisal of two, with a question in words, in which all but the member have answered."""
    asks = [Ask(name, choices_of(Scale.SATISFACTION)) for name in ("工会委员会", "女职工委员会")]
    asks.append(Ask("意见和建议", is_text=True))
    poll = prepared(world, "年度工会工作测评", kind=Kind.APPRAISAL, way=Way.ANONYMOUS, asks=asks)
    services.open(poll, by=world.user(Persona.CLERK))
    for one in VOTERS[1:]:
        choices = {question.pk: [question.options.all()[0].pk] for question in poll.asked() if not question.is_text}
        services.cast(poll, by=world.user(one), choices=choices)
    return poll


@pytest.fixture
def election(world) -> Poll:
    """An election on paper with two tellers, open; others may be written in."""
    people = [Candidate("丁一"), Candidate("王伟"), Candidate("方丽")]
    facts = {
        "kind": Kind.ELECTION,
        "way": Way.PAPER,
        "rule": ELECTS,
        "seats": 2,
        "candidates": people,
        "takes_others": True,
    }
    poll = prepared(world, "选举经费审查委员会委员", **facts)
    clerk = world.user(Persona.CLERK)
    services.name_tellers(poll, by=clerk, users=[world.user(one) for one in TELLERS])
    services.open(poll, by=clerk)
    return poll


def test_a_voter_votes_by_name_and_in_secret_on_the_phone(world, window, motion, appraisal, axe):
    phone = window(Persona.MEMBER, PHONE)
    phone.goto("/my/")
    phone.get_by_role("link", name="请投票：职工宿舍分配办法").click()
    photograph(phone, "vote-named-zh-hans-360")
    assert (overflow(phone), axe(phone)) == (0, [])
    phone.get_by_role("radio", name="赞成").check()
    phone.get_by_role("button", name="投票").click()
    expect(phone.locator("main")).to_contain_text("您已投票：赞成")
    photograph(phone, "voted-zh-hans-360")

    phone.goto(reverse("my.votes.list"))
    phone.get_by_role("link", name="年度工会工作测评").click()
    expect(phone.locator("main")).to_contain_text("您仍要信任管理服务器的人")
    photograph(phone, "vote-secret-zh-hans-360")
    assert (overflow(phone), axe(phone)) == (0, [])
    for group, grade in (("工会委员会", "满意"), ("女职工委员会", "基本满意")):
        phone.get_by_role("group", name=group).get_by_role("radio", name=grade, exact=True).check()
    phone.get_by_label("意见和建议").fill("多办适合夜班职工的活动")
    phone.get_by_role("button", name="投票").click()
    expect(phone.locator("main")).to_contain_text("您已参加")
    assert Turnout.objects.filter(poll=appraisal).count() == len(VOTERS)
    for poll in (motion, appraisal):
        services.close(Poll.objects.get(pk=poll.pk), by=world.user(Persona.CLERK))
    phone.reload()
    expect(phone.locator("main")).to_contain_text("满意率")
    assert overflow(phone) == 0
    photograph(phone, "appraisal-result-zh-hans-360")


def counted(page: Page, poll: Poll, others: str, *numbers: int, reason: str = "") -> None:
    """Enter one teller's count."""
    page.goto(reverse("my.votes.count", args=[poll.pk]))
    for label, number in zip(("发出票", "收回票", "有效票", "丁一", "王伟", "方丽"), (6, 6, 6, *numbers), strict=True):
        page.get_by_label(label, exact=True).fill(str(number))
    page.get_by_label("另选他人").fill(others)
    if reason:
        page.get_by_label("复核说明").fill(reason)
    page.get_by_role("button", name="录入计数").click()


def test_two_tellers_see_that_their_counts_differ_and_resolve_it(world, window, election, axe):
    first, second = window(TELLERS[0], PHONE), window(TELLERS[1], PHONE)
    first.goto(reverse("my.votes.count", args=[election.pk]))
    photograph(first, "count-zh-hans-360")
    assert (overflow(first), axe(first)) == (0, [])
    counted(first, election, "赵敏 1", 5, 4, 1)
    expect(first.locator("main")).to_contain_text("等待另一名监票人")
    counted(second, election, "", 5, 4, 2)
    expect(second.locator("main")).to_contain_text("两份计数不一致")
    expect(second.locator("dl.facts")).to_contain_text("方丽")
    expect(second.get_by_label("丁一", exact=True)).to_have_value("5")
    photograph(second, "counts-differ-zh-hans-360")
    assert overflow(second) == 0
    counted(second, election, "赵敏 1", 5, 4, 1, reason="另选的一票误计给方丽")
    expect(second.locator("main")).to_contain_text("计数一致")

    desk = window(Persona.CLERK, DESK)
    desk.goto(reverse("ballots.detail", args=[election.pk]))
    for verb in ("截止投票", "宣布结果"):
        desk.get_by_role("link", name=verb).click()
        photograph(desk, f"poll-{'close' if verb == '截止投票' else 'declare'}-zh-hans-1280")
        desk.get_by_role("button", name=verb).click()
    expect(desk.locator("main")).to_contain_text("赵敏（另选）")
    photograph(desk, "poll-result-zh-hans-1280")
    assert axe(desk) == []
    desk.get_by_role("link", name="打印结果单").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("选举经费审查委员会委员结果单")
    photograph(desk, "sheet-zh-hans-1280")
    with desk.expect_download() as download:
        desk.get_by_role("button", name="下载 PDF").click()
    assert download.value.suggested_filename == "选举经费审查委员会委员结果单.pdf"
    first.goto(reverse("ballots.sheet", args=[election.pk]))
    photograph(first, "sheet-zh-hans-360")
