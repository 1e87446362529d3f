"""What each verb of care refuses beside what its own tests tell: to whom, when, and in which words."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.care.visits_world import pair, share_of, spring
from tests.kit.world import Persona
from unionhall.care.kinds.aid import Plan
from unionhall.care.kinds.drive import Goal, Remainder, Way
from unionhall.care.kinds.health import Whom
from unionhall.care.kinds.words import Layer, Occasion, Part, Source
from unionhall.care.models import Check, CheckDay, Cover, CoverBatch, RestBatch
from unionhall.care.services import (
    covers,
    drives,
    gifts,
    health,
    issues,
    paying,
    promises,
    proofs,
    rest,
    rounds,
    sealing,
    sets,
    signing,
    standards,
    visits,
)
from unionhall.care.services.health.rounds import entitled
from unionhall.care.services.visits import Call, Given
from unionhall.flows import Refusal
from unionhall.funds.kinds.ledger import FundKind
from unionhall.funds.models import Fund, SpendingRequest
from unionhall.funds.services import purses, remainders
from unionhall.people.choices import Sex
from unionhall.people.models import Person

DAY = date(2023, 3, 6)
TOMORROW = DAY + timedelta(days=1)
YEAR = {"plan": Plan.HOSPITAL, "began_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)}
DRIVE = {"title": "互助募捐", "cause": "家庭困难", "opens_on": DAY, "closes_on": DAY, "remainder": Remainder.FUND}
LINE = {
    "layer": Layer.UNION,
    "occasion": Occasion.WEDDING,
    "valid_from": DAY,
    "source": "本会办法",
    "jurisdiction": "本会",
}
ROUND = {
    "title": "体检",
    "whom": "members",
    "place": "体检中心",
    "listed_on": DAY,
    "begins_on": DAY,
    "ends_on": TOMORROW,
}
JOURNEY = {"place": "海滨", "begins_on": DAY, "ends_on": TOMORROW, "places": 1, "criteria": "一线"}


@pytest.fixture
def town(ready, clerk, chair, open_drive) -> SimpleNamespace:
    return SimpleNamespace(
        clerk=clerk,
        chair=chair,
        member=ready.home.people[Persona.MEMBER],
        stranger=ready.user(Persona.OTHER_BRANCH),
        cashier=ready.home.people[Persona.CASHIER],
        accountant=ready.user(Persona.ACCOUNTANT),
        pair=pair(ready),
        drive=open_drive,
    )


def visit(town, given=None, occasion=Occasion.WEDDING):
    call = Call(town.member, occasion, DAY, given=given or Given())
    return visits.record(call, by=town.clerk, visitors=town.pair)


def covered(town) -> Cover:
    covers.enrol(by=town.clerk, people=[town.member], premium=Decimal(0), **YEAR)
    return Cover.objects.get()


def examined(town) -> Check:
    """The member, who came today to a round with two days."""
    round = health.draft(by=town.clerk, **ROUND)
    for day in (DAY, TOMORROW):
        health.add_day(round, by=town.clerk, day=day, quota=5)
    health.open_round(round, by=town.clerk)
    health.mark(round, by=town.clerk, people=[town.member], came_on=DAY)
    return Check.objects.get(person=town.member)


def journey(town) -> RestBatch:
    batch = rest.draft(by=town.clerk, title="疗休养", **JOURNEY)
    rest.open_batch(batch, by=town.clerk)
    return batch


def agreed_drive(town, **facts):
    drive = drives.draft(by=town.clerk, consent_on=DAY, **DRIVE | facts)
    drives.publish(drive, by=town.chair)
    return drive


def claim(town, by, **facts):
    known = {"happened_on": DAY, "asked": Decimal(1), "text": "住院", "for_whom": "self"}
    covers.claim(by=by, cover=covered(town), **known | facts)


def sign_before_the_visit(town):
    visits.sign(visit(town, Given(Decimal(100))), by=town.clerk, signed_on=date(2023, 3, 5))


def choose_when_closed(town):
    issue, package = spring(town.clerk)
    issues.close(issue, by=town.clerk)
    gifts.choose(share_of(issue, town.member), by=town.member.user, package=package)


def choose_of_another_issue(town):
    issue, _package = spring(town.clerk)
    other = issues.draft(by=town.clerk, title="元宵", festival="spring", roll_on=DAY)
    foreign = issues.add_package(other, by=town.clerk, name="汤圆", price=Decimal(10), stock=5)
    gifts.choose(share_of(issue, town.member), by=town.member.user, package=foreign)


def relation_without_a_name(town):
    visits.sign(visit(town, Given(Decimal(100))), by=town.clerk, signed_relation="配偶")


def a_paper_too_large(town):
    upload = SimpleUploadedFile("发票.pdf", b"%PDF-1.4")
    upload.size = sealing.MOST + 1
    proofs.add_paper(visit(town, Given(Decimal(100))), by=town.clerk, kind="invoice", upload=upload)


def announce_more_than_places(town):
    batch = journey(town)
    rest.recommend(batch, by=town.clerk, merits=[(town.member, "先进"), (town.stranger.person, "先进")])
    batch.candidates.update(is_chosen=True)
    rest.announce(batch, by=town.clerk)


def announce_nobody(town):
    batch = journey(town)
    rest.recommend(batch, by=town.clerk, merits=[(town.member, "先进")])
    rest.announce(batch, by=town.clerk)


def back_before_the_return(town):
    batch = journey(town)
    rest.recommend(batch, by=town.clerk, merits=[(town.member, "先进")])
    RestBatch.objects.update(state="confirmed")
    rest.finish(RestBatch.objects.get(), by=town.clerk)


def settle_with_money_on_its_way(town):
    money = {"amount": Decimal(5), "given_on": DAY, "way": Way.TRANSFER, "bank_no": "T1"}
    drives.receive(town.drive, by=town.clerk, **money)
    drives.ask_payment(town.drive, by=town.clerk, amount=Decimal(5))
    drives.close(town.drive, by=town.clerk)
    town.drive.balance = Decimal(0)
    drives.settle(town.drive, by=town.clerk)


def cancel_what_was_given_to(town):
    drives.receive_goods(town.drive, by=town.clerk, name="轮椅", pieces=1, worth=Decimal(5), given_on=DAY)
    drives.cancel(town.drive, by=town.clerk, reason="不办了")


def give_before_the_opening(town):
    later = agreed_drive(town, opens_on=TOMORROW, closes_on=TOMORROW)
    drives.receive(later, by=town.clerk, amount=Decimal(5), given_on=TOMORROW, way=Way.TRANSFER, bank_no="T1")


def hand_over_before_it_was_given(town):
    drives.receive_goods(town.drive, by=town.clerk, name="轮椅", pieces=1, worth=Decimal(5), given_on=DAY)
    words = {"witness": town.cashier, "signed_by": "本人"}
    drives.hand_goods(town.drive, by=town.clerk, handed_on=date(2023, 3, 5), **words)


def reverse_a_gift_of_another_drive(town):
    other = agreed_drive(town)
    gift = drives.receive(other, by=town.clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, bank_no="T1")
    drives.reverse(town.drive, by=town.accountant, gift=gift, reason="看错")


def claim_on_a_cancelled_cover(town):
    cover = covered(town)
    covers.cancel(cover, by=town.clerk, reason="登记有误")
    covers.claim(by=town.clerk, cover=cover, happened_on=DAY, asked=Decimal(1), text="住院", for_whom="self")


def sent(town):
    """A claim of five yuan that went to the mutual-aid organisation."""
    facts = {"happened_on": DAY, "asked": Decimal(5), "text": "住院", "for_whom": "self"}
    made = covers.claim(by=town.clerk, cover=covered(town), **facts)
    covers.send(made, by=town.clerk)
    return made


def cancel_a_batch_paid_for(town):
    covers.enrol(by=town.clerk, people=[town.member], premium=Decimal(5), insurer="互助保障会", **YEAR)
    SpendingRequest.objects.update(state="paid")
    covers.cancel_batch(CoverBatch.objects.get(), by=town.clerk, reason="登记有误")


def confirm_while_it_is_posted(town):
    batch = journey(town)
    rest.recommend(batch, by=town.clerk, merits=[(town.member, "先进")])
    rest.choose(batch, by=town.clerk, chosen=list(batch.candidates.all()))
    rest.announce(batch, by=town.clerk)
    rest.confirm(batch, by=town.clerk)


def a_check_outside_its_round(town):
    round = health.draft(by=town.clerk, **ROUND)
    health.add_day(round, by=town.clerk, day=date(2023, 3, 8), quota=5)


def from_a_drive(town, ask):
    given = Given(Decimal(100), source=Source.DRIVE)
    some = [visit(town, given, occasion) for occasion in (Occasion.OTHER, Occasion.DISCORD)]
    ask(town, some)


def settle_with_goods_left(town):
    drive = agreed_drive(town)
    drives.receive(drive, by=town.clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, bank_no="T1")
    drives.receive_goods(drive, by=town.clerk, name="轮椅", pieces=1, worth=Decimal(5), given_on=DAY)
    drives.close(drive, by=town.clerk)
    fund = purses.open(title="互助金", kind=FundKind.UNION, by=town.clerk)
    remainders.pass_on(Fund.objects.about(drive).get(), by=town.accountant, to=fund, reason="按约定")


REFUSED: list[tuple[Callable, str]] = [
    # covers
    (lambda town: claim(town, town.stranger), "给付由参保人本人申请"),
    (lambda town: claim(town, town.clerk, asked=Decimal(0)), "申请金额应大于零"),
    (lambda town: claim(town, town.clerk, happened_on=TOMORROW), "或在今天以后"),
    (
        lambda town: covers.enrol(by=town.clerk, people=[town.member], premium=Decimal(5), **YEAR),
        "请填写互助保障组织",
    ),
    (lambda town: covers.enrol(by=town.stranger, people=[town.member], premium=Decimal(0), **YEAR), "工会办公室登记"),
    (claim_on_a_cancelled_cover, "这份保障已经撤销"),
    (lambda town: covers.pay(sent(town), by=town.clerk, paid=Decimal(0), paid_on=DAY), "给付金额应大于零"),
    (lambda town: covers.pay(sent(town), by=town.clerk, paid=Decimal(5), paid_on=TOMORROW), "今天以前"),
    (cancel_a_batch_paid_for, "已经支付，不能整批撤销"),
    # the five visits
    (lambda town: sets.adopt(by=town.clerk, name="新", valid_from=DAY, source="决议", occasions=[]), "至少选一项"),
    (
        lambda town: sets.adopt(by=town.stranger, name="新", valid_from=DAY, source="决议", occasions=["birth"]),
        "只有工会办公室可以确定必访事项",
    ),
    # visits
    (lambda town: from_a_drive(town, lambda town, some: paying.ask_for_visit(some[0], by=town.clerk)), "在募捐中办理"),
    (
        lambda town: from_a_drive(town, lambda town, some: rounds.ask_together(some, by=town.clerk, title="三月")),
        "在募捐中办理",
    ),
    (sign_before_the_visit, "签收日期早于走访日期"),
    (relation_without_a_name, "请一并写明代领人姓名（CARE-12）"),
    (lambda town: visits.sign(visit(town), by=town.clerk), "不用签收"),
    (lambda town: visits.sign_own(visit(town, Given(Decimal(1))), by=town.stranger), "只能由本人签收"),
    (lambda town: visits.sign_own(visit(town), by=town.member.user), "不用签收，或已经签收过"),
    (lambda town: visits.void(visit(town), by=town.clerk, reason=" "), "请写明作废理由"),
    (lambda town: signing.countersign(visit(town), by=town.clerk, part=Part.HANDLER), "没有慰问金和慰问品"),
    (lambda town: promises.promise(visit(town), by=town.clerk, text=" ", due_on=TOMORROW), "请写明承诺事项"),
    (a_paper_too_large, "文件超过20兆"),
    # standards
    (lambda town: standards.propose(by=town.clerk, cap_once=Decimal(0), **LINE), "每次上限应大于零"),
    (
        lambda town: standards.propose(by=town.clerk, cap_once=Decimal(9), cap_year=Decimal(8), **LINE),
        "每年上限不能低于每次上限",
    ),
    (lambda town: standards.propose(by=town.stranger, cap_once=Decimal(9), **LINE), "只有工会办公室可以修改慰问标准"),
    # gifts
    (choose_when_closed, "现在不能选择或领取"),
    (choose_of_another_issue, "请选择本次发放的套餐"),
    # drives
    (lambda town: drives.draft(by=town.stranger, **DRIVE), "只有工会办公室可以发起募捐"),
    (lambda town: drives.draft(by=town.clerk, **DRIVE | {"closes_on": date(2023, 3, 5)}), "截止日期早于开始日期"),
    (lambda town: drives.draft(by=town.clerk, goal=Decimal(0), **DRIVE), "目标金额应大于零"),
    (lambda town: drives.draft(by=town.clerk, **DRIVE | {"cause": " "}), "请写明募捐事由"),
    (lambda town: _ask_without_a_beneficiary(town), "没有登记受助人，不能申请交付"),
    (lambda town: drives.ask_payment(town.drive, by=town.clerk, amount=Decimal(0)), "支付金额应大于零"),
    (give_before_the_opening, "募集从3月7日开始"),
    (settle_with_money_on_its_way, "还有待支付的款项"),
    (cancel_what_was_given_to, "已经收到捐赠，不能取消"),
    (hand_over_before_it_was_given, "交付日期早于捐赠日期"),
    (reverse_a_gift_of_another_drive, "不是本次募捐可以冲销的捐款"),
    (settle_with_goods_left, "还有没有交付的捐赠物品，交付后才能处理结余"),
    # health checks
    (a_check_outside_its_round, "日期不在本轮体检期间"),
    (lambda town: health.draft(by=town.stranger, **ROUND), "职工体检由工会办公室组织"),
    (lambda town: health.draft(by=town.clerk, **ROUND | {"ends_on": date(2023, 3, 5)}), "结束日期早于开始日期"),
    (lambda town: health.book(examined(town), by=town.member.user, day=CheckDay.objects.last()), "已经体检过"),
    (lambda town: health.decline(examined(town), by=town.member.user), "已经体检过"),
    (lambda town: health.mark(examined(town).round, by=town.clerk, people=[_guest()], came_on=DAY), "不在本轮名单上"),
    # recuperation
    (lambda town: rest.draft(by=town.stranger, title="x", **JOURNEY), "疗休养由工会办公室组织"),
    (lambda town: rest.draft(by=town.clerk, title="x", **JOURNEY | {"places": 0}), "名额应是正整数"),
    (lambda town: rest.choose(journey(town), by=town.clerk, chosen=[]), "还没有人推荐"),
    (lambda town: rest.draft(by=town.clerk, title="x", **JOURNEY | {"ends_on": date(2023, 3, 5)}), "返回日期早于"),
    (confirm_while_it_is_posted, "公示到3月13日为止，期满后才能确定"),
    (announce_nobody, "还没有选定人员"),
    (announce_more_than_places, "名额1人，选定了2人"),
    (back_before_the_return, "还没有到返回日期"),
]


def _ask_without_a_beneficiary(town):
    drive = agreed_drive(town)
    drives.receive(drive, by=town.clerk, amount=Decimal(5), given_on=DAY, way=Way.TRANSFER, bank_no="T1")
    drives.ask_payment(drive, by=town.clerk, amount=Decimal(5), goal=Goal.AID)


def _guest() -> Person:
    return Person.objects.exclude(pk__in=Person.objects.members(DAY).values("pk")).first()


@pytest.mark.parametrize(("act", "why"), REFUSED, ids=[why for _act, why in REFUSED])
def test_it_is_refused_in_words(town, act, why):
    with pytest.raises(Refusal, match=why):
        act(town)


def test_a_visit_with_empty_hands_needs_no_signature_to_be_filed(town):
    made = visit(town)
    visits.archive(made, by=town.clerk)
    assert made.state == "archived"


def test_members_staff_or_women_are_entitled_to_a_check_by_the_rosters_day(town):
    Person.objects.filter(pk=town.member.pk).update(sex=Sex.FEMALE)
    town.stranger.person.memberships.update(joined_on=TOMORROW)
    rounds = {whom: health.draft(by=town.clerk, **ROUND | {"whom": whom, "title": whom}) for whom in Whom}
    listed = {whom: set(entitled(round)) for whom, round in rounds.items()}
    assert listed[Whom.MEMBERS] == set(Person.objects.members(DAY))
    assert listed[Whom.STAFF] == set(Person.objects.on_staff(DAY)) != listed[Whom.MEMBERS]
    assert town.member in listed[Whom.WOMEN] < listed[Whom.STAFF]
