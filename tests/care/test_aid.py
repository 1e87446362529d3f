"""Aid, covers, health checks and recuperation: services and their refusals."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.audit.models import Event
from unionhall.care.flow.aid import AidState
from unionhall.care.flow.health import BatchState, CheckState
from unionhall.care.kinds.aid import AidKind, Plan
from unionhall.care.kinds.words import Occasion, Source
from unionhall.care.models import Aid, Check, CheckDay, Cover, HardshipFile, LifeEvent
from unionhall.care.selectors.had import had, in_words
from unionhall.care.services import aid as services
from unionhall.care.services import claims, covers, health, posting, rest
from unionhall.flows import Refusal
from unionhall.funds.kinds.ledger import FundKind, Way
from unionhall.funds.models import SpendingRequest
from unionhall.funds.services import chart, income, purses, spending
from unionhall.funds.subjects import evidence_of, url_of
from unionhall.kernel import clock
from unionhall.people.models import Person

DAY = date(2023, 5, 10)


@pytest.fixture
def person(world):
    return world.home.people[Persona.MEMBER]


@pytest.fixture
def granted(world, clerk):
    """The upper union's money for relief, so that no budget is needed."""
    chart.furnish()
    purse = purses.open(title="上级帮扶资金", kind=FundKind.UPPER, by=clerk)
    income.receive(None, by=clerk, fund=purse, fen=10**6, way=Way.TRANSFER, on=DAY, text="上级帮扶资金到账")
    return purse


def fire(person, clerk, **more):
    facts = {"kind": AidKind.ONE_OFF, "event_on": date(2023, 5, 8), "reason": "家中失火", "cash": Decimal(1000)}
    return services.request(by=clerk, person=person, **facts | {"source": Source.UPPER} | more)


def test_a_retiree_is_refused_for_the_purse_before_the_standard_and_goods_are_no_money(person, clerk):
    with pytest.raises(Refusal, match="不得发放购物卡等现金和有价证券"):
        fire(person, clerk, cash=Decimal(0), goods_worth=Decimal(300), goods="购物卡")
    Person.objects.filter(pk=person.pk).update(retired_on=date(2023, 2, 1), employment="retired")
    person.refresh_from_db()
    with pytest.raises(Refusal, match=r"不用工会经费（CARE-14）"):
        fire(person, clerk, source=Source.UNION)


def test_the_house_fire_from_request_to_signature(person, clerk, chair, granted, pay_out, world):
    aid = fire(person, clerk)
    with pytest.raises(Refusal, match="您不能办理“批准”这一步。"):
        services.authorise(aid, by=clerk)
    services.authorise(aid, by=chair)
    asked = SpendingRequest.objects.about(aid).get()
    assert (asked.amount, asked.title) == (1000, "职工帮扶 JZ-2023-001")
    assert not SpendingRequest.objects.visible_to(world.user(Persona.BRANCH_CHAIR)).exists()
    pay_out(aid, services.sign)
    aid.refresh_from_db()
    assert (aid.state, aid.paid_on, aid.signed_on) == (AidState.SIGNED, DAY, DAY)
    granted.refresh_from_db()
    assert granted.balance() == 10**6 - 10**5
    assert Event.objects.concerning(person.pk).filter(verb="care.aid.authorise").exists()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (
            {"cash": Decimal("3000.01")},
            r"“送温暖”每次不超过3,000\.00元，这次是3,000\.01元（山东省送温暖资金使用管理办法",
        ),
        ({"cash": Decimal(0)}, "补助金额或慰问品价值应大于零。"),
        ({"event_on": date(2023, 5, 11)}, "事由发生日期在今天以后。"),
        ({"goods_worth": Decimal(50)}, "慰问品请同时写明名称和价值"),
        ({"source": Source.DRIVE}, "爱心捐款专款专用"),
        ({"kind": AidKind.EDUCATION}, "助学请填写子女姓名和出生日期。"),
        (
            {"kind": AidKind.EDUCATION, "child_name": "小明", "child_born": date(2009, 5, 11)},
            "子女不满14周岁，须有监护人的单独同意：请填监护人和同意日期（个人信息保护法第三十一条）。",
        ),
    ],
)
def test_what_may_not_be_given_is_refused_with_its_clause_and_nothing_changes(person, clerk, facts, why):
    events = Event.objects.count()
    with pytest.raises(Refusal, match=why):
        fire(person, clerk, **facts)
    assert (Aid.objects.count(), Event.objects.count()) == (0, events)


def test_with_a_guardians_consent_or_from_fourteen_on_a_child_is_helped(person, clerk):
    child = {"kind": AidKind.EDUCATION, "child_name": "小明"}
    fire(person, clerk, **child, child_born=date(2009, 5, 10))
    fire(person, clerk, **child, child_born=date(2015, 1, 1), guardian="self", guardian_consented_on=DAY,
         event_on=date(2023, 5, 9))  # fmt: skip
    assert Aid.objects.count() == 2


def test_one_event_is_never_paid_twice_whoever_pays(person, clerk, chair, granted):
    event = LifeEvent.objects.create(
        number="SJ-1", person=person, kind=Occasion.DISASTER, happened_on=DAY, channel="office", told_by=clerk
    )
    aid = fire(person, clerk, event=event)
    claims.lay(
        claims.Wish(person, Occasion.DISASTER, DAY, Source.RELIEF, cash=Decimal(500), event=event), subject=event
    )
    with pytest.raises(Refusal, match="同一件事不得从两个来源重复发放（CARE-13）"):
        services.authorise(aid, by=chair)
    assert Aid.objects.get().state == AidState.REQUESTED


def test_the_cap_of_a_year_holds_over_several_grants(person, clerk, chair, granted):
    for day in (1, 2):
        services.authorise(fire(person, clerk, cash=Decimal(3000), event_on=date(2023, 5, day)), by=chair)
    with pytest.raises(Refusal, match="每人每年不超过"):
        fire(person, clerk, cash=Decimal("0.01"))


def test_hardship_aid_is_for_who_is_on_file(person, clerk, chair, world):
    facts = {"applied_by": clerk, "applied_on": DAY, "consented_on": DAY, "cause": "illness", "circumstances": "困难"}
    HardshipFile.objects.create(number="KN-1", person=world.home.people[Persona.OTHER_BRANCH], state="filed", **facts)
    with pytest.raises(Refusal, match=r"这一户没有在档，请先建档，或按一次性救助申请"):
        fire(person, clerk, kind=AidKind.HARDSHIP)
    assert not Aid.objects.exists()


def test_whoever_grants_reads_what_was_granted_what_waits_and_what_it_resembles(person, clerk, chair, granted, world):
    services.authorise(fire(person, clerk, cash=Decimal(2000), event_on=date(2023, 5, 1)), by=chair)
    fire(person, clerk, cash=Decimal(1500), event_on=date(2023, 1, 2), kind=AidKind.MEDICAL)
    again = fire(person, clerk, cash=Decimal(2600), event_on=date(2023, 5, 2))
    told = in_words(again)
    assert "已批准2,000.00元（1次），另有待批准1,500.00元，这一笔2,600.00元。每人每年不超过6,000.00元（" in told
    assert told.count("请核对是不是同一件事") == 1
    assert had(again).is_beyond
    page = world.client(Persona.CHAIR).get(reverse("care.aid.authorise", args=[again.pk])).content.decode()
    assert "另有待批准1,500.00元" in page


def test_aid_is_seen_by_office_and_person_and_once_granted_by_who_pays(person, clerk, chair, granted, world):
    aid = fire(person, clerk)

    def seen():
        return {p for p in Persona if (user := world.user(p)) and Aid.objects.visible_to(user).exists()} - {
            Persona.OTHER_UNION
        }

    assert seen() == {Persona.CLERK, Persona.CHAIR, Persona.MEMBER}
    services.authorise(aid, by=chair)
    assert seen() == {Persona.CLERK, Persona.CHAIR, Persona.MEMBER, Persona.CASHIER}


def test_a_cover_pays_within_its_days_and_once(person, clerk):
    covers.enrol(by=clerk, people=[person], plan=Plan.HOSPITAL, began_on=date(2023, 1, 1), ends_on=date(2023, 12, 31),
                 premium=Decimal(60), insurer="省职工互助保障会")  # fmt: skip
    cover = Cover.objects.get()
    facts = {"asked": Decimal(800), "text": "住院七天", "for_whom": "self"}
    with pytest.raises(Refusal, match="发生日期不在这份保障的期间内"):
        covers.claim(by=clerk, cover=cover, happened_on=date(2022, 12, 31), **facts)
    claim = covers.claim(by=clerk, cover=cover, happened_on=date(2023, 5, 1), **facts)
    with pytest.raises(Refusal, match="已经申请过给付"):
        covers.claim(by=clerk, cover=cover, happened_on=date(2023, 5, 1), **facts)
    covers.send(claim, by=clerk)
    covers.pay(claim, by=clerk, paid=Decimal(640), paid_on=DAY)
    assert (claim.state, claim.paid) == ("paid", 640)


WHOLE_YEAR = {"plan": Plan.HOSPITAL, "began_on": date(2023, 1, 1), "ends_on": date(2023, 12, 31)}


def test_a_premium_beyond_the_scheme_and_whom_it_is_not_for_are_refused_with_the_clause(person, clerk, world):
    facts = WHOLE_YEAR | {"by": clerk, "premium": Decimal(60), "insurer": "省职工互助保障会"}
    with pytest.raises(Refusal, match=r"每人保费应在0至500.00元之间"):
        covers.enrol(people=[person], **facts | {"premium": Decimal(1_000_000)})
    Person.objects.filter(pk=person.pk).update(sex="m")
    person.refresh_from_db()
    with pytest.raises(Refusal, match=f"只面向女职工：{person.name}"):
        covers.enrol(people=[person], **facts | {"plan": Plan.WOMEN})
    outsider = world.home.people[Persona.UPPER_VIEWER]
    with pytest.raises(Refusal, match=f"须是在会、在职的会员（CARE-14）：{outsider.name}"):
        covers.enrol(people=[person, outsider], **facts)
    Person.objects.filter(pk=person.pk).update(retired_on=date(2023, 2, 1), employment="retired")
    with pytest.raises(Refusal, match="在会、在职"):
        covers.enrol(people=[person], **facts)
    assert not Cover.objects.exists()
    covers.enrol(people=[person], **facts | {"is_paid_by_union": False})
    assert Cover.objects.get().batch is None


def test_enrolling_twice_is_said_and_a_wrong_enrolment_is_cancelled_with_its_reason(person, clerk, chair, granted):
    facts = WHOLE_YEAR | {"by": clerk, "insurer": "省职工互助保障会"}
    covers.enrol(people=[person], premium=Decimal(500), **facts)
    with pytest.raises(Refusal, match="都已参保，没有新登记"):
        covers.enrol(people=[person], premium=Decimal(60), **facts)
    cover, asked = Cover.objects.get(), SpendingRequest.objects.get()
    for undo, what in ((covers.cancel, cover), (covers.cancel_batch, cover.batch)):
        with pytest.raises(Refusal, match=f"支出申请{asked.number}.*撤销参保"):
            undo(what, by=clerk, reason="保费填错")
    spending.withdraw(asked, by=clerk, reason="保费填错")
    covers.cancel_batch(cover.batch, by=clerk, reason="保费填错")
    covers.enrol(people=[person], premium=Decimal(60), **facts)
    assert [one.premium for one in Cover.objects.standing()] == [60]
    assert Event.objects.get(verb="care.cover.cancel").reason == "保费填错"


def test_a_claim_keeps_within_the_scheme_a_payment_within_the_claim_and_a_slip_is_corrected(person, clerk):
    covers.enrol(by=clerk, people=[person], premium=Decimal(0), **WHOLE_YEAR)
    facts = {"by": clerk, "cover": Cover.objects.get(), "happened_on": DAY, "text": "住院五天", "for_whom": "self"}
    with pytest.raises(Refusal, match=r"“住院医疗互助”一次给付不超过20,000.00元"):
        covers.claim(asked=Decimal(1_000_000), **facts)
    claim = covers.claim(asked=Decimal(800), **facts)
    covers.send(claim, by=clerk)
    with pytest.raises(Refusal, match=r"给付金额800.01元多于申请的800.00元"):
        covers.pay(claim, by=clerk, paid=Decimal("800.01"), paid_on=DAY)
    covers.pay(claim, by=clerk, paid=Decimal(700), paid_on=DAY)
    covers.correct(claim, by=clerk, reason="应为640元")
    covers.pay(claim, by=clerk, paid=Decimal(640), paid_on=DAY)
    assert (claim.state, claim.paid) == ("paid", 640)
    with pytest.raises(Refusal, match="已有给付申请，不能撤销"):
        covers.cancel(Cover.objects.get(), by=clerk, reason="登记有误")


@pytest.fixture
def round(clerk):
    made = health.draft(by=clerk, title="2023年职工体检", whom="members", place="健康管理中心", listed_on=DAY, begins_on=DAY,
                        ends_on=date(2023, 5, 31))  # fmt: skip
    health.add_day(made, by=clerk, day=date(2023, 5, 12), quota=1)
    health.open_round(made, by=clerk)
    return made


def test_the_list_is_drawn_days_are_booked_within_quota_and_nothing_found_is_kept(round, clerk, world):
    member, other = (world.user(p) for p in (Persona.MEMBER, Persona.OTHER_BRANCH))
    mine, theirs = (Check.objects.get(person__user=user) for user in (member, other))
    day = CheckDay.objects.get()
    health.book(mine, by=member, day=day)
    with pytest.raises(Refusal, match="名额已满"):
        health.book(theirs, by=other, day=day)
    with pytest.raises(Refusal, match="只能办理本人的体检预约"):
        health.decline(mine, by=other)
    with pytest.raises(Refusal, match="名额应是正整数"):
        health.add_day(round, by=clerk, day=day.day, quota=0)
    health.decline(mine, by=member)
    health.book(theirs, by=other, day=CheckDay.objects.get())
    with clock.pinned(date(2023, 5, 12)):
        assert health.mark(round, by=clerk, people=[theirs.person], came_on=date(2023, 5, 12)) == 1
        with pytest.raises(Refusal, match="在今天以后"):
            health.mark(round, by=clerk, people=[theirs.person], came_on=date(2023, 5, 13))
    assert set(Check.objects.filter(person__in=[mine.person, theirs.person]).values_list("state", flat=True)) == {
        CheckState.DECLINED,
        CheckState.EXAMINED,
    }
    assert {field.name for field in Check._meta.concrete_fields} == {
        "id", "union", "round", "person", "day", "came_on", "state"
    }  # fmt: skip


def _ask_for_the_journey(batch, clerk, world):
    desk, here = world.client(Persona.CLERK), reverse("care.rest.ask_funds", args=[batch.pk])
    assert desk.post(here, {"text": "五天食宿", "cash": "滨海疗养院 3,000 食宿费"}).status_code == 302
    request = SpendingRequest.objects.about(batch).get()
    assert (request.purpose, request.amount, url_of(request, clerk)) == (
        "recuperation",
        3000,
        f"/office/care/rest/{batch.pk}/",
    )
    assert request.number in desk.get(url_of(request, clerk)).content.decode()
    assert [piece.text for piece in evidence_of(request)] == ["2023年第一批 滨海疗养院", "选定1人"]
    assert url_of(request, world.user(Persona.ACCOUNTANT)) == ""
    with pytest.raises(Refusal, match="请先在经费里撤回"):
        rest.cancel(batch, by=clerk, reason="台风")


def test_recuperation_is_chosen_within_its_places_and_posted(clerk, person, world):
    batch = rest.draft(by=clerk, title="2023年第一批", place="滨海疗养院", begins_on=date(2023, 6, 5), ends_on=date(2023, 6, 9),
                       places=1, criteria="一线夜班")  # fmt: skip
    rest.open_batch(batch, by=clerk)
    outsider = world.home.people[Persona.UPPER_VIEWER]
    with pytest.raises(Refusal, match="疗休养面向在会会员"):
        rest.recommend(batch, by=clerk, merits=[(outsider, "先进")])
    rest.recommend(batch, by=clerk, merits=[(person, "先进"), (world.home.people[Persona.OTHER_BRANCH], "先进")])
    with pytest.raises(Refusal, match="名额1人，选定了2人"):
        rest.choose(batch, by=clerk, chosen=list(batch.candidates.all()))
    rest.choose(batch, by=clerk, chosen=list(batch.candidates.filter(person=person)))
    notice = rest.announce(batch, by=clerk)
    assert notice.text == "2023年第一批：m某（心内科）"
    objection = posting.object_to(notice, by=world.user(Persona.OTHER_BRANCH), text="条件不符")
    with clock.pinned(date(2023, 5, 20)):
        with pytest.raises(Refusal, match="还有1条异议没有答复，最早一条须在2023年5月17日前答复"):
            rest.confirm(batch, by=clerk)
        posting.answer(objection, by=clerk, answer="已核对")
        rest.confirm(batch, by=clerk)
        _ask_for_the_journey(batch, clerk, world)
    with clock.pinned(date(2023, 6, 9)):
        rest.finish(batch, by=clerk)
    assert batch.state == BatchState.DONE
