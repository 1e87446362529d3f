"""Joining and leaving, with the rules that refuse."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.kit.world import Persona
from unionhall.accounts.roles import Role, grants_of
from unionhall.audit.models import Event
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.notices.models import Notice
from unionhall.people.choices import BodyKind, Employment, RelationKind, RetainReason, Sex
from unionhall.people.desk import waiting
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person
from unionhall.people.selectors import womens_committee_missing
from unionhall.people.services import memberships, persons
from unionhall.people.services.bodies import create_body
from unionhall.people.views.memberships import monthly_dues

DAY = date(2023, 6, 1)


@pytest.fixture
def newcomer(world):
    """Somebody of branch A who has not joined."""
    person = world.home.people[Persona.MEMBER]
    person.memberships.all().delete()
    return person


@pytest.fixture
def spell(world):
    return world.home.people[Persona.MEMBER].memberships.get()


def roles(user):
    user.__dict__.pop("_grants", None)
    return {grant.role for grant in grants_of(user)}


def test_an_application_goes_from_the_member_over_the_branch_to_the_committee(world, newcomer, clerk):
    chair = world.user(Persona.BRANCH_CHAIR)
    asked = memberships.apply(by=newcomer.user, person=newcomer, application="我自愿加入")
    assert Notice.objects.get(user=chair).key == "people.applied"
    memberships.review(asked, by=chair, note="同意")
    memberships.approve(asked, by=clerk, joined_on=DAY)
    asked.refresh_from_db()
    assert (asked.state, asked.joined_on, asked.dues_from) == (State.APPROVED, DAY, date(2023, 6, 1))
    assert asked.card_no == "GH000001"
    assert Notice.objects.filter(user=newcomer.user, key="people.approved").exists()
    assert Role.MEMBER in roles(newcomer.user)
    assert [event.verb for event in Event.objects.about(asked).order_by("at", "id")] == [
        "people.membership.apply",
        "people.membership.review",
        "people.membership.approve",
    ]


def test_rights_come_with_approval_not_with_the_application(newcomer):
    memberships.apply(by=newcomer.user, person=newcomer, application="我自愿加入")
    assert Role.MEMBER not in roles(newcomer.user)


def test_the_branch_chair_next_door_may_not_review(world, newcomer):
    asked = memberships.apply(by=newcomer.user, person=newcomer, application="…")
    with pytest.raises(NotAllowed):
        memberships.review(asked, by=world.user(Persona.GROUP_LEADER))
    with pytest.raises(NotAllowed):
        memberships.review(asked, by=world.user(Persona.OTHER_BRANCH))


def test_nobody_applies_for_somebody_else(world, newcomer):
    with pytest.raises(NotAllowed):
        memberships.apply(by=world.user(Persona.OTHER_BRANCH), person=newcomer, application="…")


def test_a_member_cannot_join_twice(world, clerk):
    with pytest.raises(Blocked, match="一份会籍"):
        memberships.apply(by=clerk, person=world.home.people[Persona.MEMBER], application="…")


@pytest.mark.parametrize("changes", [{"employment": Employment.RETIRED}, {"left_on": DAY}])
def test_who_does_not_work_here_cannot_join(newcomer, clerk, changes):
    Person.objects.filter(pk=newcomer.pk).update(**changes)
    newcomer.refresh_from_db()
    with pytest.raises(Blocked, match="工会法第三条"):
        memberships.apply(by=clerk, person=newcomer, application="…")


def test_a_declined_applicant_is_told_why(world, newcomer, clerk):
    asked = memberships.apply(by=newcomer.user, person=newcomer, application="…")
    memberships.decline(asked, by=clerk, note="材料不全")
    assert "材料不全" in Notice.objects.get(user=newcomer.user, key="people.declined").body


def test_a_card_number_is_given_once(world, newcomer, clerk):
    taken = world.home.people[Persona.CLERK].memberships.get().card_no
    with pytest.raises(Blocked, match=taken):
        memberships.transfer_in(by=clerk, person=newcomer, joined_on=DAY, came_from="邻院工会", card_no=taken)
    taken = memberships.transfer_in(by=clerk, person=newcomer, joined_on=DAY, came_from="邻院工会")
    assert (taken.card_no, taken.entry) == ("GH000001", "transferred")


def test_the_automatic_number_steps_over_cards_in_use(world, newcomer, clerk):
    Membership.objects.filter(person=world.home.people[Persona.CLERK]).update(card_no="GH000001")
    assert memberships.transfer_in(by=clerk, person=newcomer, joined_on=DAY, came_from="…").card_no == "GH000002"


def test_a_retained_member_is_no_full_member_and_can_come_back(spell, clerk):
    memberships.retain(spell, by=clerk, reason=RetainReason.AWAY, retained_on=DAY)
    assert not Person.objects.members(DAY).filter(pk=spell.person_id).exists()
    assert Person.objects.members(date(2023, 5, 31)).filter(pk=spell.person_id).exists()
    assert roles(spell.person.user) == {Role.RETIRED}
    again = memberships.reinstate(spell, by=clerk, joined_on=date(2023, 9, 1), note="回岗")
    assert again.card_no == spell.card_no
    assert not Person.objects.members(date(2023, 8, 31)).filter(pk=spell.person_id).exists()
    assert Person.objects.members(date(2023, 9, 1)).filter(pk=spell.person_id).exists()
    with pytest.raises(Blocked):
        memberships.reinstate(spell, by=clerk, joined_on=date(2023, 10, 1), note="又一次")


@pytest.mark.parametrize(
    ("verb", "more", "state"),
    [
        ("transfer_out", {"went_to": "邻院工会"}, State.TRANSFERRED_OUT),
        ("withdraw", {"note": "书面提出"}, State.WITHDRAWN),
        ("auto_withdraw", {"months_unpaid": 6, "admonished": "五月谈话"}, State.AUTO_WITHDRAWN),
        ("die", {}, State.DECEASED),
        (
            "expel",
            {"ground": "刑终1号", "group_opinion": "同意", "filed_on": DAY, "filing_no": "备1号"},
            State.EXPELLED,
        ),
    ],
)
def test_a_spell_ends_on_its_day_with_its_reason_kept(spell, clerk, verb, more, state):
    getattr(memberships, verb)(spell, by=clerk, ended_on=DAY, **more)
    spell.refresh_from_db()
    assert (spell.state, spell.ended_on) == (state, DAY)
    assert Person.objects.members(date(2023, 5, 31)).filter(pk=spell.person_id).exists()
    assert not Person.objects.members(DAY).filter(pk=spell.person_id).exists()
    with pytest.raises(WrongState):
        memberships.withdraw(spell, by=clerk, ended_on=DAY, note="再次")


@pytest.mark.parametrize(("months", "talk"), [(5, "谈话"), (6, " ")])
def test_automatic_withdrawal_needs_six_months_and_a_talk(spell, clerk, months, talk):
    with pytest.raises(Blocked, match="第六条"):
        memberships.auto_withdraw(spell, by=clerk, ended_on=DAY, months_unpaid=months, admonished=talk)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"filing_no": ""}, "备案"),
        ({"group_opinion": ""}, "小组讨论"),
        ({"ground": " "}, "刑事处分"),
        ({"filed_on": date(2023, 5, 1)}, "不能早于"),
    ],
)
def test_expulsion_needs_ground_group_and_filing(spell, clerk, changes, words):
    complete = {"ground": "刑终1号", "group_opinion": "同意", "filed_on": DAY, "filing_no": "备1号"}
    with pytest.raises(Blocked, match=words):
        memberships.expel(spell, by=clerk, ended_on=DAY, **complete | changes)
    assert Membership.objects.get(pk=spell.pk).state == State.APPROVED


def test_the_database_itself_allows_one_open_spell(spell):
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(person=spell.person, state=State.APPLIED)


def test_who_leaves_the_hospital_stops_counting_as_a_member(spell):
    Person.objects.filter(pk=spell.person_id).update(left_on=DAY)
    assert not Person.objects.members(DAY).filter(pk=spell.person_id).exists()


def test_dues_are_set_for_full_members_only(spell, clerk):
    memberships.set_dues(spell, by=clerk, dues_base=Decimal("3456.78"), dues_from=date(2023, 6, 15))
    spell.refresh_from_db()
    assert (spell.dues_base, spell.dues_from, monthly_dues(spell)) == (
        Decimal("3456.78"),
        date(2023, 6, 1),
        Decimal("17.25"),
    )
    memberships.retain(spell, by=clerk, reason=RetainReason.AWAY, retained_on=DAY)
    with pytest.raises(Blocked, match="第八条"):
        memberships.set_dues(spell, by=clerk, dues_base=Decimal(100), dues_from=DAY)


def test_a_child_is_kept_only_with_a_guardian_s_consent(newcomer, clerk):
    with pytest.raises(Blocked, match="监护人同意"):
        persons.add_relation(newcomer, by=clerk, kind=RelationKind.CHILD, name="小宝")
    persons.add_relation(newcomer, by=clerk, kind=RelationKind.CHILD, name="小宝", consented_on=DAY)
    assert newcomer.relations.get().name == "小宝"


def test_a_union_with_women_enough_is_told_to_set_up_a_women_s_committee(world, clerk):
    assert not womens_committee_missing()
    Person.objects.update(sex=Sex.FEMALE)
    assert womens_committee_missing()
    assert any("女职工委员会" in item.text for item in waiting(clerk))
    create_body(by=clerk, kind=BodyKind.WOMEN, name="女职工委员会")
    assert not womens_committee_missing()
