"""A quarter's visits and aid as they hang in a branch: for its own members, and nothing that tells of a life (CARE-20)."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.care.visits_world import adopt, pair, share_of, spring
from tests.kit.world import Persona
from unionhall.care.kinds.words import Occasion, Relation
from unionhall.care.models import Aid, PublicNotice
from unionhall.care.printing.hardship import branch_posting
from unionhall.care.services import gifts, posting, quarters, visits
from unionhall.care.services.visits import Call, Given
from unionhall.files import word
from unionhall.flows import Refusal
from unionhall.kernel import clock

DAY, AFTER = date(2023, 3, 6), date(2023, 4, 3)


@pytest.fixture(autouse=True)
def quarter(world, clerk):
    """A hospital stay, a wedding, a newborn and an education grant in branch A, a visit in branch B, one gift fetched."""
    people = world.home.people
    with clock.pinned(date(2023, 1, 1)):
        adopt(clerk)
    with clock.pinned(DAY):
        for persona, occasion, relation in (
            (Persona.MEMBER, Occasion.HOSPITAL, Relation.SELF),
            (Persona.GROUP_LEADER, Occasion.WEDDING, Relation.SELF),
            (Persona.MEMBER, Occasion.BIRTH, Relation.SELF),
            (Persona.OTHER_BRANCH, Occasion.HOSPITAL, Relation.SELF),
        ):
            given = Given(Decimal(300), Decimal(100), "水果一篮")
            call = Call(people[persona], occasion, DAY, relation=relation, given=given)
            visits.record(call, by=clerk, visitors=pair(world))
        Aid.objects.create(
            number="JZ-1", person=people[Persona.MEMBER], kind="education", event_on=DAY, reason="子女大学学费",
            cash=Decimal(2000), child_name="小明", asked_on=DAY, asked_by=clerk, paid_on=DAY, state="paid",
        )  # fmt: skip
        issue, _package = spring(clerk)
        gifts.hand_out(share_of(issue, people[Persona.MEMBER]), by=clerk)
    with clock.pinned(AFTER):
        yield


def test_each_branch_reads_what_its_own_were_given_masked_and_without_what_happened(world, clerk, client):
    quarters.post(by=clerk, year=2023, number=1)
    first, second = PublicNotice.objects.order_by("title")
    assert (first.unit, second.unit) == (world.home.units["branch"], world.home.units["other"])
    assert first.text.split("\n") == [
        "慰问和补助4人次，共3,200.00元。",
        "g某　心内科　结婚　400.00元",
        "m某　心内科　慰问补助　2,000.00元",
        "m某　心内科　慰问补助　400.00元",
        "m某　心内科　慰问补助　400.00元",
        "“春节慰问”，1人领取。",
    ]
    seen = {one: client_text(client, world.user(one)) for one in (Persona.MEMBER, Persona.OTHER_BRANCH)}
    assert first.title in seen[Persona.MEMBER] and second.title not in seen[Persona.MEMBER]
    assert second.title in seen[Persona.OTHER_BRANCH] and "2,000.00" not in seen[Persona.OTHER_BRANCH]
    client.force_login(world.user(Persona.OTHER_BRANCH))
    assert client.get(reverse("my.care.object", args=[first.pk])).status_code == 404
    with pytest.raises(Refusal):
        posting.object_to(first, by=world.user(Persona.OTHER_BRANCH), text="我有意见")
    paper = branch_posting(first)
    assert [row["matter"] for row in paper["rows"]] == ["结婚", "慰问补助", "慰问补助", "慰问补助"]
    assert word.render("care.branch_notice", first)


def client_text(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("my.care.notices")).content.decode()


def test_a_quarter_hangs_once_when_it_is_over_and_is_made_again_after_a_mistake(world, clerk):
    with clock.pinned(date(2023, 3, 31)), pytest.raises(Refusal, match="还没有结束"):
        quarters.post(by=clerk, year=2023, number=1)
    with pytest.raises(Refusal, match="只有工会办公室"):
        quarters.post(by=world.user(Persona.GROUP_LEADER), year=2023, number=1)
    branch = world.home.units["branch"]
    notice = quarters.post(by=clerk, year=2023, number=1, unit=branch)
    with pytest.raises(Refusal, match="这个季度已经公示过"):
        quarters.post(by=clerk, year=2023, number=1, unit=branch)
    quarters.take_down(notice, by=clerk, reason="漏登一笔")
    assert quarters.post(by=clerk, year=2023, number=1).unit == branch
    with pytest.raises(Refusal, match="都已公示"):
        quarters.post(by=clerk, year=2023, number=1)
    with clock.pinned(date(2023, 4, 30)):
        assert PublicNotice.objects.hung(date(2023, 1, 1), date(2023, 3, 31)).first().stands == "公示期满"
        assert not PublicNotice.objects.posted_to(world.user(Persona.MEMBER)).exists()


def test_the_chair_of_a_branch_posts_its_quarter_and_no_other(world):
    chair, branch, other = (
        world.user(Persona.BRANCH_CHAIR), world.home.units["branch"], world.home.units["other"]
    )  # fmt: skip
    for elsewhere in (None, other):
        with pytest.raises(Refusal, match="请选本分会"):
            quarters.post(by=chair, year=2023, number=1, unit=elsewhere)
    client, address = world.client(Persona.BRANCH_CHAIR), reverse("care.notices.post")
    page = client.get(address).content.decode()
    assert str(branch.pk) in page and str(other.pk) not in page
    client.post(address, {"year": 2023, "number": 1, "unit": branch.pk})
    notice = PublicNotice.objects.get()
    assert notice.unit == branch
    detail = reverse("care.notices.detail", args=[notice.pk])
    assert client.get(detail).status_code == 200
    assert client.get(reverse("care.notices.take_down", args=[notice.pk])).status_code == 403
    assert world.client(Persona.GROUP_LEADER).get(detail).status_code == 404
    with clock.pinned(date(2023, 6, 1)):
        assert client.get(detail).status_code == 200
