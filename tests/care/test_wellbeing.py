"""Recuperation, cover and health checks as those they are for meet them: what waits, what one is told, what one finds."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.care.kinds.aid import Plan
from unionhall.care.models import Candidate, Check, Cover, CoverClaim, LifeEvent, PublicNotice
from unionhall.care.selectors.afterwards import still_open
from unionhall.care.selectors.aid_road import stops
from unionhall.care.services import aid, covers, health, posting, rest
from unionhall.flows import Refusal
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.pages import nav
from unionhall.people.models import Person
from unionhall.people.services import persons

DAY, OVER = date(2023, 5, 10), date(2023, 5, 20)
SOON = {"begins_on": date(2023, 6, 5), "ends_on": date(2023, 6, 9)}


@pytest.fixture
def people(world):
    return world.home.people


@pytest.fixture
def batch(clerk, people):
    """Two places, two put forward and both chosen."""
    batch = rest.draft(by=clerk, title="第一批", place="滨海疗养院", places=2, criteria="一线夜班", **SOON)
    rest.open_batch(batch, by=clerk)
    both = [people[Persona.MEMBER], people[Persona.OTHER_BRANCH]]
    rest.recommend(batch, by=clerk, merits=[(one, "先进") for one in both])
    rest.choose(batch, by=clerk, chosen=list(batch.candidates.all()))
    return batch


def told(user) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("at", "pk").values_list("subject", flat=True))


def waits(user) -> list[str]:
    return [str(item.text) for item in nav.waiting_for(user)]


def test_who_is_chosen_is_told_at_every_step_and_finds_it_on_the_phone(batch, clerk, world):
    member = world.user(Persona.MEMBER)
    assert "第一批开始推荐人选" in told(world.user(Persona.BRANCH_CHAIR))
    page = reverse("my.care")
    assert "第一批" not in world.client(Persona.MEMBER).get(page).content.decode()
    rest.announce(batch, by=clerk)
    assert "公示中 · 滨海疗养院" in world.client(Persona.MEMBER).get(page).content.decode()
    with clock.pinned(OVER):
        assert "“第一批”公示期满，请确定名单" in waits(clerk)
        rest.confirm(batch, by=clerk)
        rest.cancel(batch, by=clerk, reason="台风")
    assert told(member) == ["您已列入第一批人选，正在公示", "第一批的名单已确定，您可以成行", "您不再参加第一批"]


def test_who_left_holds_up_the_list_and_who_dropped_out_did_not_go(batch, clerk, people, world):
    rest.announce(batch, by=clerk)
    gone = people[Persona.OTHER_BRANCH]
    persons.leave(gone, by=clerk, left_on=OVER, reason="调出")
    with clock.pinned(OVER):
        with pytest.raises(Refusal, match=f"已不是在会会员的有：{gone.name}（CARE-14）"):
            rest.confirm(batch, by=clerk)
        address = reverse("care.rest.drop_out", args=[batch.pk])
        typed = {"candidate": batch.candidates.get(person=gone).pk, "reason": "已调出"}
        assert world.client(Persona.CLERK).post(address, typed).status_code == 302
        rest.confirm(batch, by=clerk)
    with clock.pinned(SOON["ends_on"]):
        assert "“第一批”已返回，请登记已成行" in waits(clerk)
        rest.finish(batch, by=clerk)
    assert [one.person for one in Candidate.objects.went()] == [people[Persona.MEMBER]]


def test_others_are_chosen_only_under_a_new_posting(batch, clerk):
    rest.announce(batch, by=clerk)
    rest.choose_again(batch, by=clerk, reason="有人退出，改选")
    assert [notice.state for notice in PublicNotice.objects.all()] == ["stopped"]
    rest.amend(batch, by=clerk, title="第一批", place="湖州", places=1, criteria="一线夜班", **SOON)
    with pytest.raises(Refusal, match="名额1人，选定了2人"):
        rest.announce(batch, by=clerk)


def test_a_claim_of_the_phone_reaches_the_office_and_its_answer_the_member(clerk, people, world):
    member, office = world.user(Persona.MEMBER), world.client(Persona.CLERK)
    covers.enrol(by=clerk, people=[people[Persona.MEMBER]], plan=Plan.HOSPITAL, began_on=date(2023, 1, 1),
                 ends_on=date(2023, 12, 31), premium=Decimal(0))  # fmt: skip
    typed = {"happened_on": "2023-05-01", "for_whom": "self", "asked": "800", "text": "住院七天"}
    here = reverse("my.care.covers.claim", args=[Cover.objects.get().pk])
    assert world.client(Persona.MEMBER).post(here, typed).status_code == 302
    claim = CoverClaim.objects.get()
    assert told(clerk) == ["有一笔给付申请待上报"]
    assert f"给付申请{claim.number}：请上报互助保障组织" in waits(clerk)
    covers.send(claim, by=clerk)
    covers.refuse(claim, by=clerk, reason="不在给付范围")
    assert told(member) == ["您的给付申请：已上报", "您的给付申请：未给付"]
    assert Notice.objects.filter(user=member).latest("at", "pk").body == "不在给付范围"
    persons.leave(people[Persona.MEMBER], by=clerk, left_on=DAY, reason="调出")
    late = typed | {"person": people[Persona.MEMBER].staff_no, "plan": Plan.HOSPITAL, "happened_on": "2023-05-02"}
    assert office.post(reverse("care.claims.file"), late).status_code == 302  # covered when it happened


def test_the_numbers_of_a_round_open_its_list_and_the_office_books_for_others(clerk, people, world):
    round = health.draft(by=clerk, title="2023年体检", whom="members", place="体检中心", listed_on=DAY, begins_on=DAY,
                         ends_on=OVER)  # fmt: skip
    day = health.add_day(round, by=clerk, day=date(2023, 5, 12), quota=1)
    office, phone = world.client(Persona.CLERK), world.client(Persona.MEMBER)
    assert "各天名额合计1人" in office.get(reverse("care.health.open", args=[round.pk])).content.decode()
    health.open_round(round, by=clerk)
    check = Check.objects.get(person=people[Persona.OTHER_BRANCH])
    assert office.post(reverse("care.checks.book", args=[check.pk]), {"day": day.pk}).status_code == 302
    assert "各天都已约满" in phone.get(reverse("my.care.checks")).content.decode()
    page = office.get(reverse("care.health.detail", args=[round.pk])).content.decode()
    listed = reverse("care.checks.list")
    for narrowed in (f"round={round.pk}&amp;state=booked", f"round={round.pk}&amp;on=2023-05-12"):
        assert f"{listed}?{narrowed}" in page
        rows = office.get(f"{listed}?{narrowed.replace('&amp;', '&')}").context["list"].page.paginator.count
        assert rows == 1


def test_an_objection_sent_twice_is_one(batch, clerk, world):
    notice, by = rest.announce(batch, by=clerk), world.user(Persona.OTHER_BRANCH)
    first = posting.object_to(notice, by=by, text="条件不符")
    assert posting.object_to(notice, by=by, text="条件不符") == first
    posting.answer(first, by=clerk, answer="已核对")
    assert posting.object_to(notice, by=by, text="条件不符") != first


def test_aid_is_found_from_the_phone_and_shows_its_road(clerk, world):
    assert (
        reverse("my.care.aid.list")
        in world.client(Persona.MEMBER).get(reverse("my.care.hardship.list")).content.decode()
    )
    member = world.user(Persona.MEMBER)
    facts = {"event_on": DAY, "reason": "家中失火", "cash": Decimal(1000)}
    grant = aid.request(by=member, person=Person.objects.get(user=member), kind="one_off", **facts)
    assert [(stop.what, stop.mark) for stop in stops(grant)] == [
        ("提出申请", ""),
        ("工会主席审批", "now"),
        ("出纳付款", "next"),
        ("本人签收", "next"),
    ]
    aid.withdraw(grant, by=member)
    assert [(stop.what, stop.mark) for stop in stops(grant)] == [("提出申请", ""), ("已撤回", "stop")]


def test_a_death_shows_what_is_still_open_of_the_member_to_the_office_alone(clerk, people, world, batch):
    person = people[Persona.MEMBER]
    covers.enrol(by=clerk, people=[person], plan=Plan.ILLNESS, began_on=date(2023, 1, 1), ends_on=date(2023, 12, 31),
                 premium=Decimal(0))  # fmt: skip
    rest.announce(batch, by=clerk)
    facts = {"person": person, "happened_on": DAY, "channel": "office", "told_by": clerk, "state": "confirmed"}
    death = LifeEvent.objects.create(number="SJ-1", kind="death", **facts)
    assert [words for words, _url in still_open(death)] == [
        "会籍还没有登记去世",
        "花名册上还没有登记离院，账号仍可登录",
        "重大疾病互助保障到2023年12月31日，家属可以申请给付",
        "选定参加第一批",
    ]
    here = reverse("care.events.detail", args=[death.pk])
    assert "还要办理" in world.client(Persona.CLERK).get(here).content.decode()
    assert "还要办理" not in world.client(Persona.BRANCH_CHAIR).get(here).content.decode()
    other = LifeEvent.objects.create(number="SJ-2", kind="hospital", **facts)
    assert still_open(other) == []
