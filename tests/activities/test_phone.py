"""The phone: three taps to a place, a code at the door, and what is said when it cannot be."""

import re

import pytest
from django.urls import reverse

from tests.activities.conftest import DAY
from tests.kit.world import Persona
from tests.kit.writes import written
from unionhall.activities import codes, services
from unionhall.activities.models import Attendance, Entry, Item, PrizeIssue, Result, Team
from unionhall.kernel import clock
from unionhall.pages import nav


@pytest.fixture
def phone(world):
    return world.client(Persona.MEMBER)


@pytest.fixture
def ours(world, meet, rope, clerk):
    """The member in the rope skipping, on the day."""
    with clock.pinned(DAY):
        services.enter_list(rope, by=clerk, people=[world.home.people[Persona.MEMBER]])
        yield meet


def test_three_taps_lead_to_a_place(phone, meet, rope):
    with clock.pinned(DAY):
        listing = phone.get(reverse("my.activities.list")).content.decode()
        assert reverse("my.activities.show", args=[meet.pk]) in listing
        page = phone.get(reverse("my.activities.show", args=[meet.pk])).content.decode()
        once = re.search(r'name="once" value="([^"]+)"', page)[1]
        address = reverse("my.activities.sign_up", args=[rope.pk])
        answers = [phone.post(address, {"once": once}, follow=True) for _tap in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert "报名成功" in answers[0].content.decode()
    assert Entry.objects.count() == 1


def test_a_second_sign_up_gets_a_sentence(phone, ours, rope):
    answer = phone.post(reverse("my.activities.sign_up", args=[rope.pk]), {"once": "another"})
    assert (answer.status_code, Entry.objects.count()) == (409, 1)
    assert "每个项目只报一次" in answer.content.decode()


def test_a_closed_activity_gets_a_sentence(phone, meet, rope, clerk):
    services.close_signup(meet, by=clerk)
    answer = phone.post(reverse("my.activities.sign_up", args=[rope.pk]))
    assert answer.status_code == 409
    assert "报名已经截止" in answer.content.decode()


def test_a_full_item_says_that_one_waits(world, phone, meet, rope, clerk):
    services.resize(meet, by=clerk, item=rope, capacity=1)
    services.sign_up(Item.objects.select_related("activity").get(), by=world.user(Persona.DELEGATE))
    answer = phone.post(reverse("my.activities.sign_up", args=[rope.pk]), follow=True)
    assert "您已进入候补" in answer.content.decode()


def test_reading_writes_nothing_on_the_phone(phone, ours, rope):
    names = ["my.activities.show", "my.activities.ticket", "my.activities.results"]
    with written() as tables:
        for address in [
            *(reverse(name, args=[ours.pk]) for name in names),
            reverse("my.activities.list"),
            reverse("my.activities.entries"),
        ]:
            assert phone.get(address).status_code == 200
    assert tables == set()


def test_a_captain_enters_a_team_once(world, phone, meet, clerk, people):
    tug = services.add_item(meet, by=clerk, name="拔河", is_team=True, team_least=2, team_most=3)
    data = {"name": "甲队", "people": "，".join(p.staff_no for p in people(2)), "once": "key"}
    address = reverse("my.activities.team", args=[tug.pk])
    assert [phone.post(address, data).status_code for _tap in range(2)] == [302, 302]
    assert Team.objects.get().entries.count() == 2
    refused = phone.post(address, data | {"once": "other", "people": "没有这个工号"})
    assert refused.status_code == 422
    assert "花名册里没有这些工号" in refused.content.decode()
    too_few = phone.post(address, {"name": "乙队", "people": people(1)[0].staff_no})
    assert (too_few.status_code, Team.objects.count()) == (409, 1)
    assert "每队至少2人" in too_few.content.decode()


def test_the_ticket_shows_a_picture_without_inline_style(phone, ours):
    page = phone.get(reverse("my.activities.ticket", args=[ours.pk])).content.decode()
    picture = re.search(r'class="qr".*?(<svg.*?</svg>)', page, re.S)[1]
    assert "style=" not in picture
    assert "viewBox=" in picture
    assert "width=" not in picture.partition(">")[0]  # it fits whatever is there, whole
    assert Attendance.objects.get().code in page


@pytest.fixture
def door(world):
    return world.client(Persona.CLERK)


def test_a_scanned_code_shows_the_person_and_one_tap_checks_in(door, ours):
    ticket, address = Attendance.objects.get(), reverse("activities.check_in", args=[ours.pk])
    shown = door.get(address, {"code": codes.signed(ticket.pk)}).content.decode()
    assert ticket.person.name in shown
    assert Attendance.objects.get().came_at is None
    assert "已签到" in door.post(address, {"code": codes.signed(ticket.pk)}, follow=True).content.decode()
    assert "此前已签到" in door.post(address, {"code": ticket.code}, follow=True).content.decode()
    assert Entry.objects.took_part().count() == 1


@pytest.mark.parametrize("code", ["", "000000", "x:y", "😀", "9" * 120])
def test_an_unknown_code_gets_a_sentence(door, ours, code):
    answer = door.post(reverse("activities.check_in", args=[ours.pk]), {"code": code})
    assert answer.status_code == 422
    assert "没有找到这个签到码" in answer.content.decode()


def test_nobody_is_checked_in_before_the_day(door, meet, rope, clerk, world, before_the_day):
    services.enter_list(rope, by=clerk, people=[world.home.people[Persona.MEMBER]])
    answer = door.post(reverse("activities.check_in", args=[meet.pk]), {"code": Attendance.objects.get().code})
    assert (answer.status_code, Attendance.objects.came().count()) == (409, 0)


def test_marks_are_typed_and_ranked_and_bad_ones_stand_beside_the_field(door, ours, rope):
    entry, address = Entry.objects.get(), reverse("activities.results", args=[rope.pk])
    bad = door.post(address, {f"mark_{entry.pk}": "-3"})
    assert (bad.status_code, Result.objects.count()) == (422, 0)
    assert 'class="reason"' in bad.content.decode()
    door.post(address, {f"mark_{entry.pk}": "12.5", f"record_{entry.pk}": "on"})
    result = Result.objects.get()
    assert (str(result.mark), result.rank, result.broke_record) == ("12.500", 1, True)


def test_a_prize_is_signed_for_on_the_phone(phone, ours, rope, clerk, world):
    person = world.home.people[Persona.MEMBER]
    services.check_in_sheet(ours, by=clerk, people=[person])
    badge = services.stock_prize(ours, by=clerk, name="徽章", stock=1, is_keepsake=True)
    issue = services.issue_prize(ours, by=clerk, prize=badge, person=person, quantity=1)
    waiting = [item.text for item in nav.waiting_for(world.user(Persona.MEMBER))]
    assert "请签领“职工运动会”的奖品：徽章" in waiting
    phone.post(reverse("my.activities.sign_prize", args=[issue.pk]))
    assert PrizeIssue.objects.get().signed_at is not None


def test_home_pages_are_told_what_closes_soon_and_what_is_over(world, make_activity, clerk):
    with clock.pinned(DAY):
        soon = make_activity(held_from=clock.date(2023, 5, 10), signup_closes_at=clock.on(clock.date(2023, 5, 3), 18))
        services.hold(make_activity(title="春游"), by=clerk)
        member = [item.text for item in nav.waiting_for(world.user(Persona.MEMBER))]
        office = [item.text for item in nav.waiting_for(clerk)]
    assert f"“{soon}”即将截止报名" in member
    assert "“春游”已过举办日期，请归档" in office


def test_who_is_not_of_the_union_has_no_offer(world):
    offers = {
        persona: [entry.url_name for entry in nav.offers(world.user(persona))]
        for persona in (Persona.MEMBER, Persona.UPPER_VIEWER, Persona.ADMINISTRATOR)
    }
    assert "my.activities.list" in offers[Persona.MEMBER]
    assert "my.activities.list" not in offers[Persona.UPPER_VIEWER] + offers[Persona.ADMINISTRATOR]
