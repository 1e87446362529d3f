"""A round of health checks: drafted, mended, opened when there is a day to come on, called off before anybody came."""

from datetime import date

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.care.flow.health import RoundState
from unionhall.care.models import Check, CheckDay, CheckRound
from unionhall.care.services import health
from unionhall.flows import Blocked, Refusal, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.pages import nav

DAY = date(2023, 3, 6)
FACTS = {
    "title": "2023年体检",
    "whom": "members",
    "place": "健康管理中心",
    "listed_on": DAY,
    "begins_on": DAY,
    "ends_on": date(2023, 3, 31),
}


@pytest.fixture
def round(clerk):
    return health.draft(by=clerk, **FACTS)


def test_a_list_is_not_drawn_from_a_roster_to_come(round, clerk):
    later = FACTS | {"listed_on": date(2023, 3, 7)}
    with pytest.raises(Blocked, match="名单基准日在今天以后"):
        health.draft(by=clerk, **later | {"title": "另一轮"})
    with pytest.raises(Blocked, match="名单基准日在今天以后"):
        health.amend(round, by=clerk, **later)
    CheckRound.objects.update(listed_on=date(2023, 3, 7))
    with pytest.raises(Blocked, match="名单基准日2023年3月7日还没有到"):
        health.open_round(CheckRound.objects.get(), by=clerk)


def test_a_round_without_a_day_to_come_on_invites_nobody(round, clerk, member):
    with pytest.raises(Blocked, match="还没有可约的体检日"):
        health.open_round(round, by=clerk)
    assert not Check.objects.exists()
    with clock.pinned(date(2023, 3, 10)), pytest.raises(Blocked, match="这一天已经过去"):
        health.add_day(round, by=clerk, day=date(2023, 3, 9), quota=5)
    day = health.add_day(round, by=clerk, day=date(2023, 3, 10), quota=1)
    health.open_round(round, by=clerk)
    waits = reverse("my.care.checks")
    assert waits in [one.url for one in nav.waiting_for(member)]
    CheckDay.objects.filter(pk=day.pk).update(taken=1)
    assert waits not in [one.url for one in nav.waiting_for(member)]


def test_a_day_set_twice_is_refused_and_its_quota_changed_by_a_step_of_its_own(round, clerk):
    day = health.add_day(round, by=clerk, day=date(2023, 3, 10), quota=3)
    with pytest.raises(Blocked, match="这一天已设名额3人"):
        health.add_day(round, by=clerk, day=date(2023, 3, 10), quota=30)
    CheckDay.objects.update(taken=2)
    day.refresh_from_db()
    with pytest.raises(Blocked, match="已约2人，名额不能更少"):
        health.change_day(round, by=clerk, day=day, quota=1)
    health.change_day(round, by=clerk, day=day, quota=2)
    assert CheckDay.objects.get().quota == 2


def test_it_is_mended_while_drafted_and_no_longer(round, clerk, client):
    health.add_day(round, by=clerk, day=date(2023, 3, 10), quota=3)
    client.force_login(clerk)
    typed = {name: str(value) for name, value in FACTS.items()} | {"place": "门诊楼二层", "ends_on": "2023-03-20"}
    assert client.post(reverse("care.health.amend", args=[round.pk]), typed).status_code == 302
    round.refresh_from_db()
    assert (round.place, round.ends_on) == ("门诊楼二层", date(2023, 3, 20))
    with pytest.raises(Blocked, match="体检日会落在体检期间以外"):
        health.amend(round, by=clerk, **FACTS | {"ends_on": date(2023, 3, 9)})
    health.open_round(round, by=clerk)
    with pytest.raises(WrongState):
        health.amend(round, by=clerk, **FACTS)


def test_a_round_is_called_off_before_anybody_came_and_who_had_booked_is_told(round, clerk, world):
    member = world.user(Persona.MEMBER)
    day = health.add_day(round, by=clerk, day=date(2023, 3, 10), quota=3)
    health.open_round(round, by=clerk)
    health.book(Check.objects.get(person__user=member), by=member, day=day)
    elsewhere = health.draft(by=clerk, **FACTS | {"title": "女职工体检"})
    there = health.add_day(elsewhere, by=clerk, day=date(2023, 3, 10), quota=3)
    health.open_round(elsewhere, by=clerk)
    leader = world.user(Persona.GROUP_LEADER)
    health.book(Check.objects.get(round=elsewhere, person__user=leader), by=leader, day=there)
    health.cancel(round, by=clerk, reason="设备检修")
    assert (CheckRound.objects.get(pk=round.pk).state, Notice.objects.get(key="care.check_cancelled").user) == (
        RoundState.CANCELLED,
        member,
    )
    with pytest.raises(Refusal, match="没有开放预约"):
        health.decline(round.checks.select_related("round").get(person__user=member), by=member)
    other = health.draft(by=clerk, **FACTS | {"title": "第二轮"})
    health.add_day(other, by=clerk, day=DAY, quota=3)
    health.open_round(other, by=clerk)
    health.mark(other, by=clerk, people=[member.person], came_on=DAY)
    with pytest.raises(Blocked, match="已有1人到检，不能取消"):
        health.cancel(other, by=clerk, reason="改期")
