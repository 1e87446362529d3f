"""Coming, winning, being given, and closing the file."""

from decimal import Decimal

import pytest
from django.urls import reverse

from tests.kit.world import Persona
from unionhall.accounts.roles import in_office
from unionhall.activities import codes, selectors, services
from unionhall.activities.flow import EntryState, State
from unionhall.activities.kinds import Better, How
from unionhall.activities.models import Activity, Attendance, Entry, Item, Prize, PrizeIssue, Result
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState


@pytest.fixture
def crowd(meet, rope, clerk, people, on_the_day):
    """Six in the rope skipping, not come yet."""
    crowd = people(6, accounts=True)
    services.enter_list(rope, by=clerk, people=crowd)
    return crowd


@pytest.fixture
def item(rope):
    return Item.objects.select_related("activity").get(pk=rope.pk)


def attendance(person):
    return Attendance.objects.select_related("activity", "person").get(person=person)


def came(clerk, meet, crowd):
    services.check_in_sheet(meet, by=clerk, people=crowd)


def test_a_scan_counts_once_however_often_it_is_sent(meet, crowd, clerk):
    assert services.check_in(attendance(crowd[0]), by=clerk) is True
    at = attendance(crowd[0]).came_at
    assert services.check_in(attendance(crowd[0]), by=clerk) is False
    assert attendance(crowd[0]).came_at == at
    assert Event.objects.filter(verb="activities.check_in").count() == 1
    assert Entry.objects.took_part().count() == 1


def test_only_who_runs_the_activity_checks_in(meet, crowd, world, clerk):
    with pytest.raises(NotAllowed):
        services.check_in(attendance(crowd[0]), by=world.user(Persona.OTHER_BRANCH))
    services.name_organiser(meet, by=clerk, person=world.home.people[Persona.OTHER_BRANCH])
    assert services.check_in(attendance(crowd[0]), by=world.user(Persona.OTHER_BRANCH)) is True


def test_a_check_in_costs_few_queries(meet, crowd, clerk, django_assert_num_queries):
    row = attendance(crowd[0])
    assert in_office(clerk)  # what the request has read of the user's rights before
    with django_assert_num_queries(5):  # savepoint, door, entries, event, release
        services.check_in(row, by=clerk)


def test_a_code_is_found_by_scan_by_digits_and_by_staff_number(meet, crowd):
    row = attendance(crowd[0])
    for code in (codes.signed(row.pk), row.code, f" {row.code} ", crowd[0].staff_no):
        assert row in selectors.at_door(meet, code)
    for code in ("", codes.signed(row.pk)[:-1] + "?", "000000000", f"{meet.pk.hex}:forged"):
        assert selectors.at_door(meet, code) == []


def test_a_ticket_of_another_activity_opens_no_door(meet, crowd, make_activity):
    assert selectors.at_door(make_activity(), codes.signed(attendance(crowd[0]).pk)) == []


def test_a_scan_costs_few_queries(meet, crowd, world, django_assert_num_queries):
    desk, address = world.client(Persona.CLERK), reverse("activities.check_in", args=[meet.pk])
    sent = [{"code": codes.signed(attendance(person).pk)} for person in crowd[:2]]
    for scanned in sent:
        with django_assert_num_queries(10):  # session, account, posts, activity, ticket, and the five of the check-in
            assert desk.post(address, scanned).status_code == 302


def test_two_with_the_same_digits_are_both_shown(meet, crowd):
    Attendance.objects.update(code="123456")
    assert len(selectors.at_door(meet, "123456")) == 6


def test_staff_and_audience_enter_no_count_of_person_times(meet, crowd, clerk, people):
    services.check_in_sheet(meet, by=clerk, people=people(4), role="staff")
    came(clerk, meet, crowd[:2])
    counts = selectors.counts(meet)
    assert (counts["came"], counts["entries"], counts["people"]) == (2, 2, 2)


def test_the_five_counts_are_five_different_things(meet, rope, crowd, clerk):
    kick = services.add_item(meet, by=clerk, name="踢毽")
    services.enter_list(kick, by=clerk, people=crowd[:3])
    came(clerk, meet, crowd[:4])
    assert selectors.counts(meet) == {"signed_up": 6, "came": 4, "entries": 7, "people": 4, "items": 2, "waiting": 0}


def test_places_follow_the_marks_and_ties_share(item, crowd, clerk):
    entries = list(Entry.objects.order_by("person__staff_no"))
    services.record_results(
        item, by=clerk, marks=dict(zip([e.pk for e in entries], map(Decimal, (9, 7, 9, 5)), strict=False))
    )
    assert list(Result.objects.order_by("entry__person__staff_no").values_list("rank", flat=True)) == [1, 3, 1, 4]
    assert Entry.objects.took_part().count() == 4
    assert set(Attendance.objects.came().values_list("how", flat=True)) == {How.RESULT}


def test_a_corrected_mark_ranks_the_item_anew(item, crowd, clerk):
    first, second = Entry.objects.order_by("person__staff_no")[:2]
    services.record_results(item, by=clerk, marks={first.pk: Decimal(9), second.pk: Decimal(7)})
    services.record_results(item, by=clerk, marks={second.pk: Decimal(11)})
    assert [Result.objects.get(entry=e).rank for e in (first, second)] == [2, 1]


def test_the_lower_mark_wins_where_time_counts(item, crowd, clerk):
    Item.objects.update(better=Better.LOWER)
    first, second = Entry.objects.order_by("person__staff_no")[:2]
    services.record_results(
        Item.objects.select_related("activity").get(),
        by=clerk,
        marks={first.pk: Decimal("12.4"), second.pk: Decimal("11.9")},
    )
    assert Result.objects.get(entry=second).rank == 1


def test_a_mark_for_a_stranger_saves_nothing(item, crowd, clerk, meet):
    other = services.add_item(meet, by=clerk, name="踢毽")
    [stranger] = services.enter_list(other, by=clerk, people=crowd[:1])
    own = Entry.objects.filter(item=item).first()
    with pytest.raises(Blocked, match="没有保存"):
        services.record_results(item, by=clerk, marks={own.pk: Decimal(1), stranger.pk: Decimal(2)})
    assert Result.objects.count() == 0


def test_a_negative_mark_is_refused(item, crowd, clerk):
    with pytest.raises(Blocked, match="负数"):
        services.record_results(item, by=clerk, marks={Entry.objects.first().pk: Decimal(-1)})


@pytest.fixture
def prize(meet, crowd, clerk):
    came(clerk, meet, crowd)
    return services.stock_prize(meet, by=clerk, name="水壶", stock=10, unit_price=Decimal("25.00"))


def test_no_more_prizes_leave_than_are_in_stock(meet, prize, crowd, clerk):
    services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=8)
    with pytest.raises(Blocked, match="库存只剩2个，不够发3个"):
        services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=3)
    assert Prize.objects.get().issued == 8


@pytest.mark.parametrize("quantity", [0, -1])
def test_a_quantity_below_one_is_refused(meet, prize, crowd, clerk, quantity):
    with pytest.raises(Blocked, match="正整数"):
        services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=quantity)
    with pytest.raises(Blocked, match="正整数"):
        services.stock_prize(meet, by=clerk, name="毛巾", stock=quantity)


def test_awards_reach_at_most_two_thirds_of_those_who_took_part(meet, prize, crowd, clerk):
    for person in crowd[:4]:
        services.issue_prize(meet, by=clerk, prize=prize, person=person, quantity=1)
    with pytest.raises(Blocked, match=r"参加6人，奖励面不超过2/3，至多4人，这样发将有5人获奖（ACT-03"):
        services.issue_prize(meet, by=clerk, prize=prize, person=crowd[4], quantity=1)
    services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=1)
    assert Prize.objects.get().issued == 5


def test_a_keepsake_is_for_everybody(meet, prize, crowd, clerk):
    badge = services.stock_prize(meet, by=clerk, name="徽章", stock=6, is_keepsake=True)
    for person in crowd:
        services.issue_prize(meet, by=clerk, prize=badge, person=person, quantity=1)
    assert PrizeIssue.objects.count() == 6


def test_who_did_not_take_part_is_given_nothing(meet, prize, clerk, people):
    with pytest.raises(Blocked, match="没有参加这项活动的记录"):
        services.issue_prize(meet, by=clerk, prize=prize, person=people(1)[0], quantity=1)


def test_awards_go_by_place(meet, item, prize, crowd, clerk):
    entries = list(Entry.objects.order_by("person__staff_no"))
    services.record_results(item, by=clerk, marks={e.pk: Decimal(10 - n) for n, e in enumerate(entries)})
    issues = services.award(meet, by=clerk, prize=prize, item=item, first=1, last=3, quantity=2, name="一等奖")
    assert ({issue.person_id for issue in issues}, Prize.objects.get().issued) == (
        {e.person_id for e in entries[:3]},
        6,
    )


def test_one_signs_for_what_one_was_given_and_only_oneself(meet, prize, crowd, clerk, world):
    issue = services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=1)
    with pytest.raises(NotAllowed):
        services.sign_prize(issue, by=world.user(Persona.MEMBER))
    services.sign_prize(issue, by=crowd[0].user)
    at = PrizeIssue.objects.get().signed_at
    services.sign_prize(issue, by=crowd[0].user)
    assert PrizeIssue.objects.get().signed_at == at is not None


def finish(meet, clerk, **more):
    services.finish(meet, by=clerk, **{"summary": "圆满完成，秩序良好。", "cost": Decimal("100.00")} | more)


def test_an_item_nobody_took_part_in_keeps_the_file_open(meet, crowd, clerk):
    empty = services.add_item(meet, by=clerk, name="踢毽")
    came(clerk, meet, crowd)
    services.hold(meet, by=clerk)
    with pytest.raises(Blocked, match="项目“踢毽”没有人参加"):
        finish(meet, clerk)
    services.drop_item(meet, by=clerk, item=empty)
    finish(meet, clerk)
    assert Activity.objects.get().state == State.ARCHIVED


def test_an_unsigned_prize_or_one_no_money_was_asked_for_keeps_the_file_open(meet, prize, crowd, clerk):
    services.issue_prize(meet, by=clerk, prize=prize, person=crowd[0], quantity=1)
    services.hold(meet, by=clerk)
    with pytest.raises(Blocked, match="还有1份奖品没有签领"):
        finish(meet, clerk)
    services.sign_all(meet, by=clerk)
    with pytest.raises(Blocked, match=r"奖品价值250\.00元.*只有0\.00元.*FIN-11"):
        finish(meet, clerk)
    Prize.objects.update(unit_price=0)  # given by somebody else
    finish(meet, clerk)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"summary": " "}, "请写活动小结"),
        ({"summary": "好" * 501}, "现有501字"),
        ({"cost": Decimal(-1)}, "决算不能是负数"),
    ],
)
def test_the_file_needs_a_summary_of_at_most_five_hundred_characters(meet, crowd, clerk, more, words):
    came(clerk, meet, crowd)
    services.hold(meet, by=clerk)
    with pytest.raises(Blocked, match=words):
        finish(meet, clerk, **more)


def test_who_did_not_come_is_absent_in_the_file_and_nothing_changes_afterwards(meet, crowd, clerk):
    came(clerk, meet, crowd[:4])
    services.hold(meet, by=clerk)
    finish(meet, clerk)
    assert Entry.objects.filter(state=EntryState.ABSENT).count() == 2
    with pytest.raises(WrongState):
        services.check_in(attendance(crowd[5]), by=clerk)
    with pytest.raises(WrongState):
        services.record_results(Item.objects.get(), by=clerk, marks={})
