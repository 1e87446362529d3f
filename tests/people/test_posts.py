"""Posts and the rights they carry; terms and their end."""

from datetime import date, timedelta

import pytest

from tests.kit.world import Persona
from unionhall.accounts.roles import Role, grants_of, has_role
from unionhall.accounts.tenancy import in_union
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices.models import Notice
from unionhall.people.choices import BodyKind, How, RetainReason
from unionhall.people.flow import PostState
from unionhall.people.reminders import remind_of_terms
from unionhall.people.selectors import terms_due, users_with
from unionhall.people.services import bodies, memberships

DAY = date(2023, 6, 1)


@pytest.fixture
def member(world):
    return world.home.people[Persona.MEMBER]


@pytest.fixture
def committee(world, clerk):
    return bodies.create_body(by=clerk, kind=BodyKind.COMMITTEE, name="新一届委员会", unit=world.home.units["root"])


def roles(user, day=DAY):
    user.__dict__.pop("_grants", None)
    with clock.pinned(day):
        return {grant.role for grant in grants_of(user)}


def elect(committee, person, clerk, title="副主席", **more):
    return bodies.appoint(
        committee.seats.get(title=title), by=clerk, person=person, began_on=DAY, how=How.ELECTION, **more
    )


def test_rights_follow_the_dates_of_the_post(committee, member, clerk):
    post = elect(committee, member, clerk, document="批〔2023〕1号")
    assert Role.VICE_CHAIR not in roles(member.user, DAY - timedelta(days=1))
    assert Role.VICE_CHAIR in roles(member.user, DAY)
    bodies.end(post, by=clerk, ended_on=date(2024, 1, 1), note="调离")
    assert Role.VICE_CHAIR in roles(member.user, date(2023, 12, 31))
    assert Role.VICE_CHAIR not in roles(member.user, date(2024, 1, 1))


def test_who_is_asked_about_next_is_answered_by_their_own_posts_in_their_own_union(world):
    """The SQL of a question is kept; neither the person, nor the union, nor the day asked before may stay in it."""
    ours, theirs = (house.users[Persona.CLERK] for house in (world.home, world.next_door))
    for _again in range(2):
        assert Role.CLERK in roles(ours) and Role.CLERK not in roles(world.user(Persona.CHAIR))
        assert not roles(ours, DAY.replace(year=2019))
        assert not roles(theirs)
        with in_union(theirs.union):
            assert Role.CLERK in roles(theirs) and not roles(ours)


def test_twin_a_role_kept_on_the_account_would_outlive_the_post(committee, member, clerk):
    """What happens without asking the dates: grants read once and kept still say vice chair after the post has ended."""
    post = elect(committee, member, clerk, document="批〔2023〕1号")
    with clock.pinned(DAY):
        assert has_role(Role.VICE_CHAIR)(member.user)
        bodies.end(post, by=clerk, ended_on=DAY, note="调离")
        assert has_role(Role.VICE_CHAIR)(member.user)
        assert Role.VICE_CHAIR not in roles(member.user)


def test_an_elected_post_waits_for_the_upper_union(committee, member, clerk):
    post = elect(committee, member, clerk)
    assert post.state == PostState.PENDING and Role.VICE_CHAIR not in roles(member.user)
    bodies.confirm(post, by=clerk, document="批〔2023〕1号")
    assert Role.VICE_CHAIR in roles(member.user)


def test_a_refused_election_carries_nothing(committee, member, clerk):
    post = elect(committee, member, clerk)
    bodies.refuse(post, by=clerk, note="程序不符")
    assert Role.VICE_CHAIR not in roles(member.user)


def test_accountant_and_cashier_are_never_one_person(world, clerk):
    office = bodies.create_body(by=clerk, kind=BodyKind.OFFICE, name="办公室", unit=world.home.units["root"])
    with pytest.raises(Blocked, match="不相容岗位"):
        bodies.appoint(
            office.seats.get(title="出纳"),
            by=clerk,
            person=world.home.people[Persona.ACCOUNTANT],
            began_on=DAY,
            how=How.APPOINTMENT,
        )


def test_the_chair_does_not_audit(world, clerk):
    audit = bodies.create_body(by=clerk, kind=BodyKind.AUDIT, name="经审会", unit=world.home.units["root"])
    with pytest.raises(Blocked, match="现任工会主席"):
        elect(audit, world.home.people[Persona.CHAIR], clerk, title="委员")


def test_a_retained_member_cannot_be_elected(committee, member, clerk):
    memberships.retain(member.memberships.get(), by=clerk, reason=RetainReason.AWAY, retained_on=DAY)
    with pytest.raises(Blocked, match="没有被选举权"):
        elect(committee, member, clerk)


def test_seats_are_not_filled_beyond_their_number_or_twice(committee, member, world, clerk):
    elect(committee, member, clerk, title="主席")
    with pytest.raises(Blocked, match="已担任"):
        elect(committee, member, clerk, title="主席")
    with pytest.raises(Blocked, match="名额已满"):
        elect(committee, world.home.people[Persona.DELEGATE], clerk, title="主席")


def test_an_audit_committee_outside_three_to_eleven_is_refused_and_nothing_stays(world, clerk):
    audit = bodies.create_body(by=clerk, kind=BodyKind.AUDIT, name="经审会")
    with pytest.raises(Blocked, match="3至11人"):
        bodies.set_seat(audit, by=clerk, title="委员", role=Role.AUDITOR, places=11)
    assert audit.seats.get(title="委员").places == 4


def test_a_term_lasts_three_years_or_five(committee, clerk):
    with pytest.raises(Blocked, match="工会法第十六条"):
        bodies.open_term(committee, by=clerk, number=1, began_on=DAY, years=4)
    term = bodies.open_term(committee, by=clerk, number=1, began_on=DAY, years=5)
    assert term.ends_on == date(2028, 5, 31)


def test_a_new_term_closes_the_old_one_and_numbers_go_up(committee, clerk):
    first = bodies.open_term(committee, by=clerk, number=1, began_on=date(2018, 6, 1), years=5)
    bodies.open_term(committee, by=clerk, number=2, began_on=DAY, years=5)
    first.refresh_from_db()
    assert first.closed_on == DAY
    with pytest.raises(Blocked):
        bodies.open_term(committee, by=clerk, number=2, began_on=date(2028, 6, 1), years=5)


def test_a_term_is_extended_only_with_approval_from_above(committee, clerk):
    term = bodies.open_term(committee, by=clerk, number=1, began_on=DAY, years=3)
    with pytest.raises(Blocked, match="上一级工会批准"):
        bodies.extend_term(term, by=clerk, ends_on=date(2026, 11, 30), extension=" ")
    bodies.extend_term(term, by=clerk, ends_on=date(2026, 11, 30), extension="批〔2026〕2号")
    assert list(terms_due(date(2026, 11, 30), date(2026, 11, 30))) == [term]


@pytest.mark.parametrize("days", [180, 90, 30])
def test_the_office_is_reminded_once_on_each_of_the_three_days(committee, clerk, days):
    term = bodies.open_term(committee, by=clerk, number=1, began_on=DAY, years=3)
    with clock.pinned(term.ends_on - timedelta(days=days)):
        assert (remind_of_terms(), remind_of_terms()) == (1, 0)
    assert {notice.user.name for notice in Notice.objects.all()} == {"clerk·demo", "chair·demo"}


def test_on_other_days_nobody_is_reminded(committee, clerk):
    term = bodies.open_term(committee, by=clerk, number=1, began_on=DAY, years=3)
    with clock.pinned(term.ends_on - timedelta(days=179)):
        assert remind_of_terms() == 0


def test_users_with_a_role_are_found_by_branch(world):
    assert list(users_with(Role.BRANCH_CHAIR, unit=world.home.units["branch"])) == [world.user(Persona.BRANCH_CHAIR)]
    assert not users_with(Role.BRANCH_CHAIR, unit=world.home.units["other"])
