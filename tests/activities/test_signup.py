from datetime import timedelta

import pytest

from tests.activities.conftest import DAY
from tests.kit.world import Persona
from unionhall.activities import services
from unionhall.activities.flow import EntryState
from unionhall.activities.kinds import Audience
from unionhall.activities.models import Activity, Attendance, Entry, Item, Quota
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.models import Person


def fresh(item):
    return Item.objects.select_related("activity").get(pk=item.pk)


def enter(item, persona, world, **more):
    return services.sign_up(fresh(item), by=world.user(persona), **more)


def test_signing_up_gives_a_place_a_ticket_and_one_event(rope, member):
    entry = services.sign_up(fresh(rope), by=member)
    assert (entry.state, fresh(rope).taken) == (EntryState.SIGNED_UP, 1)
    assert len(Attendance.objects.get(person__user=member).code) == 6
    assert Event.objects.filter(verb="activities.sign_up", concerns=entry.person_id).count() == 1


def test_a_second_sign_up_is_refused_and_takes_no_place(rope, member):
    services.sign_up(fresh(rope), by=member)
    with pytest.raises(Blocked, match="每个项目只报一次"):
        services.sign_up(fresh(rope), by=member)
    assert fresh(rope).taken == 1


def test_the_same_form_sent_twice_gives_the_same_answer(rope, member):
    first = services.sign_up(fresh(rope), by=member, tap="form-1")
    assert services.sign_up(fresh(rope), by=member, tap="form-1") == first
    assert Event.objects.filter(verb="activities.sign_up").count() == 1


def test_who_is_no_member_is_told_how_to_become_one(rope, world):
    with pytest.raises(NotAllowed, match="会籍"):
        enter(rope, Persona.UPPER_VIEWER, world)


def test_a_closed_activity_takes_nobody(meet, rope, clerk, member):
    services.close_signup(meet, by=clerk)
    with pytest.raises(WrongState, match="报名已经截止"):
        services.sign_up(fresh(rope), by=member)


def test_outside_the_window_nobody_can_sign_up(make_activity, clerk, member):
    window = {
        "signup_opens_at": clock.on(DAY - timedelta(days=5), 8),
        "signup_closes_at": clock.on(DAY - timedelta(days=1), 18),
    }
    whole = make_activity(**window).items.get()
    for day, words in ((DAY - timedelta(days=9), "请到时再来"), (DAY, "截止")):
        with clock.pinned(day), pytest.raises(WrongState, match=words):
            services.sign_up(fresh(whole), by=member)


def test_who_is_not_invited_is_told_so(make_activity, member):
    for_women = make_activity(audience=Audience.WOMEN).items.get()
    with pytest.raises(Blocked, match="面向女会员"):
        services.sign_up(fresh(for_women), by=member)


def test_nobody_enters_more_items_than_allowed(make_activity, clerk, member):
    activity = make_activity(items_each=1)
    items = [services.add_item(activity, by=clerk, name=name) for name in ("跳绳", "踢毽")]
    services.sign_up(fresh(items[0]), by=member)
    with pytest.raises(Blocked, match="每人限报1项"):
        services.sign_up(fresh(items[1]), by=member)


def test_leaving_moves_up_who_waits_longest_and_tells_them(meet, rope, clerk, world):
    services.resize(meet, by=clerk, item=rope, capacity=1)
    first = enter(rope, Persona.MEMBER, world)
    second, third = enter(rope, Persona.OTHER_BRANCH, world), enter(rope, Persona.DELEGATE, world)
    services.withdraw(first, by=world.user(Persona.MEMBER))
    assert [Entry.objects.get(pk=e.pk).state for e in (first, second, third)] == ["withdrawn", "signed_up", "waiting"]
    assert Notice.objects.get().user == world.user(Persona.OTHER_BRANCH)
    assert not Attendance.objects.filter(person=first.person).exists()


def test_more_places_go_to_who_waits(meet, rope, clerk, world):
    services.resize(meet, by=clerk, item=rope, capacity=1)
    for persona in (Persona.MEMBER, Persona.OTHER_BRANCH, Persona.DELEGATE):
        enter(rope, persona, world)
    services.resize(meet, by=clerk, item=rope, capacity=2)
    assert (Entry.objects.signed_up().count(), Entry.objects.waiting().count(), fresh(rope).taken) == (2, 1, 2)


def test_places_cannot_shrink_below_those_taken(meet, rope, clerk, world):
    for persona in (Persona.MEMBER, Persona.OTHER_BRANCH):
        enter(rope, persona, world)
    with pytest.raises(Blocked, match="名额不能少于"):
        services.resize(meet, by=clerk, item=fresh(rope), capacity=1)


def test_a_branch_has_no_more_places_than_its_quota(meet, rope, clerk, world):
    services.set_quota(meet, by=clerk, item=rope, unit=world.home.units["branch"], capacity=1)
    assert enter(rope, Persona.MEMBER, world).state == EntryState.SIGNED_UP
    assert enter(rope, Persona.BRANCH_CHAIR, world).state == EntryState.WAITING
    assert enter(rope, Persona.OTHER_BRANCH, world).state == EntryState.SIGNED_UP
    services.withdraw(Entry.objects.get(person__user=world.user(Persona.MEMBER)), by=world.user(Persona.MEMBER))
    assert Entry.objects.get(person__user=world.user(Persona.BRANCH_CHAIR)).state == EntryState.SIGNED_UP
    assert Quota.objects.get().taken == 1


def test_nobody_leaves_for_somebody_else(rope, world):
    entry = enter(rope, Persona.MEMBER, world)
    with pytest.raises(NotAllowed):
        services.withdraw(entry, by=world.user(Persona.OTHER_BRANCH))


def test_coming_back_reuses_the_row_at_the_end_of_the_line(meet, rope, clerk, world):
    entry = enter(rope, Persona.MEMBER, world)
    services.withdraw(entry, by=world.user(Persona.MEMBER))
    assert enter(rope, Persona.MEMBER, world).pk == entry.pk
    assert fresh(rope).taken == 1


def test_cancelling_tells_everybody_why(meet, rope, clerk, world):
    enter(rope, Persona.MEMBER, world)
    services.cancel(meet, by=clerk, reason="天气原因")
    assert "天气原因" in Notice.objects.get().body
    assert Activity.objects.get().state == "cancelled"


@pytest.fixture
def tug(meet, clerk):
    return services.add_item(meet, by=clerk, name="拔河", is_team=True, team_least=2, team_most=3, capacity=1)


def test_a_captain_enters_a_team_and_the_next_team_waits(tug, world, people):
    crowd = people(4, accounts=True)
    first = services.enter_team(fresh(tug), by=world.user(Persona.MEMBER), name="甲队", members=crowd[:2])
    second = services.enter_team(fresh(tug), by=world.user(Persona.OTHER_BRANCH), name="乙队", members=crowd[2:])
    assert (first.state, second.state, fresh(tug).taken) == ("signed_up", "waiting", 1)
    assert Notice.objects.filter(key="activities.in_team").count() == 4
    services.withdraw_team(first, by=world.user(Persona.MEMBER))
    assert [e.state for e in second.entries.all()] == ["signed_up", "signed_up"]
    assert Notice.objects.get(key="activities.moved_up").user == world.user(Persona.OTHER_BRANCH)


@pytest.mark.parametrize(
    ("count", "name", "words"), [(1, "甲队", "至少2人"), (4, "甲队", "至多3人"), (2, " ", "起个名字")]
)
def test_a_team_of_the_wrong_size_or_without_a_name_is_refused(tug, world, people, count, name, words):
    with pytest.raises(Blocked, match=words):
        services.enter_team(fresh(tug), by=world.user(Persona.MEMBER), name=name, members=people(count))
    assert fresh(tug).taken == 0


def test_nobody_is_in_two_teams_of_one_item(meet, tug, clerk, world, people):
    services.resize(meet, by=clerk, item=tug, capacity=5)
    crowd = people(3)
    services.enter_team(fresh(tug), by=world.user(Persona.MEMBER), name="甲队", members=crowd[:2])
    with pytest.raises(Blocked, match="另一支队伍"):
        services.enter_team(fresh(tug), by=world.user(Persona.OTHER_BRANCH), name="乙队", members=crowd[1:])


def test_a_list_with_more_people_than_places_is_refused_whole(meet, rope, clerk, people):
    services.resize(meet, by=clerk, item=rope, capacity=2)
    with pytest.raises(Blocked, match="只剩2个名额，名单里有3人"):
        services.enter_list(fresh(rope), by=clerk, people=people(3))
    assert (
        Entry.objects.count(),
        fresh(rope).taken,
        Person.objects.filter(activity_entries__isnull=False).count(),
    ) == (0, 0, 0)


def test_the_same_list_again_changes_nothing(rope, clerk, people):
    crowd = people(3)
    services.enter_list(fresh(rope), by=clerk, people=crowd)
    assert services.enter_list(fresh(rope), by=clerk, people=crowd) == []
    assert (Entry.objects.count(), fresh(rope).taken) == (3, 3)
