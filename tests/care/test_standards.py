"""Standards are proposed by one and approved by another, and the union's own keeps within its province's."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.care.visits_world import YEAR, pair
from tests.kit.world import Persona
from unionhall.care.flow.standard import StandardState
from unionhall.care.kinds.words import Form, Layer, Occasion, Source
from unionhall.care.models import Standard, Visit
from unionhall.care.services import events, standards, visits
from unionhall.care.services.visits import Call, Given
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.pages import nav

DAY = date(2023, 3, 6)
pytestmark = pytest.mark.usefixtures("ready")


def own(clerk, **changed):
    line = {
        "layer": Layer.UNION,
        "occasion": Occasion.WEDDING,
        "cap_once": Decimal(600),
        "valid_from": DAY,
        "source": "本会慰问办法",
        "jurisdiction": "本会",
    }
    return standards.propose(by=clerk, **line | changed)


def test_a_line_binds_only_when_somebody_else_approved_it(world, clerk, chair):
    line = own(clerk, cap_once=Decimal(100))
    gift = Call(world.home.people[Persona.MEMBER], Occasion.WEDDING, DAY, given=Given(Decimal(300)))
    assert [one.layer for one in Standard.objects.in_force(Occasion.WEDDING, DAY)] == [Layer.PROVINCE]
    for nobody in (clerk, world.user(Persona.BRANCH_CHAIR)):
        with pytest.raises(NotAllowed):
            standards.approve(line, by=nobody)
    standards.approve(line, by=chair)
    assert (line.state, line.approved_by_id, line.approved_on) == (StandardState.APPROVED, chair.pk, DAY)
    with pytest.raises(Blocked, match=r"每次不超过100.00元.*本会慰问办法"):
        visits.record(gift, by=clerk, visitors=pair(world))


def test_whoever_proposed_a_line_cannot_approve_it_in_the_database_either(chair):
    line = own(chair)
    with pytest.raises(NotAllowed):
        standards.approve(line, by=chair)
    with pytest.raises(IntegrityError), transaction.atomic():
        Standard.objects.filter(pk=line.pk).update(approved_by=chair)


def test_a_province_line_of_one_clerk_alone_lets_nothing_through(world, clerk):
    own(clerk, layer=Layer.PROVINCE, cap_once=Decimal(99_999), jurisdiction="安徽", source="省总工会通知")
    gift = Call(world.home.people[Persona.MEMBER], Occasion.WEDDING, DAY, given=Given(Decimal(50_000)))
    with pytest.raises(Blocked, match=r"每次不超过600.00元"):
        visits.record(gift, by=clerk, visitors=pair(world))
    assert not Visit.objects.exists()
    with pytest.raises(Blocked, match="省级标准的适用范围应是省份"):
        own(clerk, layer=Layer.PROVINCE, valid_from=date(2023, 4, 1))


@pytest.mark.parametrize(
    ("occasion", "changed", "why"),
    [
        (Occasion.WEDDING, {"cap_once": Decimal("600.01")}, r"每次不超过600.00元.*安徽.*本会标准600.01元超过了它"),
        (
            Occasion.BIRTHDAY,
            {"cap_once": Decimal(300), "cap_year": Decimal(301), "form": Form.GOODS},
            "每人每年不超过300.00元",
        ),
        (Occasion.HOSPITAL, {"times": 3}, "每年不超过2次"),
        (Occasion.WEDDING, {"for_relatives": True}, "不能扩大到亲属"),
        (Occasion.RETIREMENT, {"form": Form.ANY}, "只能发放慰问品"),
    ],
)
def test_the_unions_own_line_is_never_above_the_province_in_force(clerk, occasion, changed, why):
    with pytest.raises(Blocked, match=why):
        own(clerk, occasion=occasion, **changed)
    assert not Standard.objects.filter(layer=Layer.UNION).exists()


def test_a_province_that_fell_meanwhile_keeps_a_proposed_line_from_being_approved(clerk, chair):
    line = own(clerk, valid_from=date(2023, 4, 1))
    lower = own(clerk, layer=Layer.PROVINCE, cap_once=Decimal(400), jurisdiction="安徽", source="省总工会通知")
    standards.approve(lower, by=chair)
    with pytest.raises(Blocked, match=r"每次不超过400.00元"):
        standards.approve(line, by=chair)
    standards.drop(line, by=clerk, reason="改低后重拟")
    assert Standard.objects.get(pk=line.pk).state == StandardState.DROPPED
    with pytest.raises(WrongState):
        standards.approve(line, by=chair)


def test_it_is_proposed_and_approved_on_its_pages_and_waits_for_the_chair(client, clerk, chair, member):
    client.force_login(clerk)
    sent = {"layer": "union", "occasion": "wedding", "cap_once": "500", "form": "any", "jurisdiction": "本会",
            "source": "本会慰问办法", "checked": "L", "valid_from": "2023-03-06"}  # fmt: skip
    assert client.post(reverse("care.standards.propose"), sent).status_code == 302
    line = Standard.objects.get(layer=Layer.UNION)
    address = reverse("care.standards.detail", args=[line.pk])
    assert client.post(reverse("care.standards.approve", args=[line.pk])).status_code == 403
    assert not Standard.objects.visible_to(member).filter(pk=line.pk).exists()
    assert [one.url for one in nav.waiting_for(chair)].count(address) == 1
    client.force_login(chair)
    assert "等待主席或副主席批准" in client.get(address).content.decode()
    assert client.post(reverse("care.standards.approve", args=[line.pk])).status_code == 302
    assert Standard.objects.in_force(Occasion.WEDDING, YEAR)[0].cap_once == 600
    assert [one.cap_once for one in Standard.objects.in_force(Occasion.WEDDING, DAY)] == [600, 500]


def test_a_second_gift_is_refused_for_its_true_reason_with_the_way_out(world, clerk):
    member = world.home.people[Persona.MEMBER]

    def call(occasion, on, given, **more):
        return visits.record(Call(member, occasion, on, given=given, **more), by=clerk, visitors=pair(world))

    cake = Given(goods=Decimal(200), goods_text="蛋糕券")
    call(Occasion.BIRTHDAY, DAY, cake)
    with pytest.raises(Blocked, match=r"“生日”每人每年不超过1次，今年已有1次（安徽省"):
        call(Occasion.BIRTHDAY, DAY, cake)
    first = call(Occasion.HOSPITAL, date(2023, 1, 10), Given(Decimal(100)))
    with pytest.raises(Blocked, match=f"{first.number}.*若是另一次，请先登记职工事件"):
        call(Occasion.HOSPITAL, DAY, Given(Decimal(100)))
    told = events.tell(by=clerk, person=member, kind=Occasion.HOSPITAL, happened_on=date(2023, 3, 1))
    assert call(Occasion.HOSPITAL, DAY, Given(Decimal(100)), event=told).event == told
    with pytest.raises(Blocked, match=r"从工会经费发放过，同一件事不得重复发放（CARE-13）"):
        call(Occasion.HOSPITAL, DAY, Given(Decimal(100)), event=told)
    with pytest.raises(Blocked, match=r"同一件事不得从两个来源重复发放（CARE-13）"):
        call(Occasion.HOSPITAL, DAY, Given(Decimal(100), source=Source.RELIEF), event=told)


def test_a_line_begins_neither_in_a_past_year_nor_before_what_was_given_under_another(world, clerk):
    with pytest.raises(Blocked, match=r"不溯及既往，起始日期最早是2023年1月1日"):
        own(clerk, valid_from=date(2022, 12, 31))
    own(clerk, valid_from=YEAR, cap_once=Decimal(500))
    gift = Call(world.home.people[Persona.MEMBER], Occasion.WEDDING, date(2023, 2, 1), given=Given(Decimal(300)))
    visit = visits.record(gift, by=clerk, visitors=pair(world))
    with pytest.raises(Blocked, match="这一事由2023年2月1日已按当时的标准慰问过"):
        own(clerk, valid_from=date(2023, 2, 1))
    assert own(clerk, valid_from=date(2023, 2, 2)).state == StandardState.PROPOSED
    visits.void(visit, by=clerk, reason="登记错了")
    assert own(clerk, valid_from=date(2023, 2, 1)).state == StandardState.PROPOSED
