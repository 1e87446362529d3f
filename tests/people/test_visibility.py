"""Whom each persona may see, and that selectors and predicates agree."""

import pytest

from tests.kit.world import Persona
from unionhall.accounts.tenancy import OutsideUnion, in_union
from unionhall.people import permissions, selectors
from unionhall.people.models import Body, Membership, Person, Post, Unit

OURS = {Persona.MEMBER, Persona.GROUP_LEADER, Persona.BRANCH_CHAIR}


def seen_by(world, persona):
    people = {person.pk: name for name, person in world.home.people.items()}
    return {people[key] for key in Person.objects.visible_to(world.user(persona)).values_list("pk", flat=True)}


@pytest.mark.parametrize(
    ("persona", "seen"),
    [
        (Persona.MEMBER, {Persona.MEMBER}),
        (Persona.OTHER_BRANCH, {Persona.OTHER_BRANCH}),
        (Persona.GROUP_LEADER, {Persona.MEMBER, Persona.GROUP_LEADER}),
        (Persona.BRANCH_CHAIR, OURS),
        (Persona.ACCOUNTANT, {Persona.ACCOUNTANT}),
        (Persona.AUDITOR, {Persona.AUDITOR}),
        (Persona.HANDLER, {Persona.HANDLER}),
        (Persona.HOSPITAL_LEADER, {Persona.HOSPITAL_LEADER}),
        (Persona.COUNSELLOR, {Persona.COUNSELLOR}),
        (Persona.UPPER_VIEWER, set()),
        (Persona.ADMINISTRATOR, set()),
    ],
)
def test_who_sees_whom(world, persona, seen):
    assert seen_by(world, persona) == seen


@pytest.mark.parametrize("persona", [Persona.CLERK, Persona.CHAIR])
def test_the_office_sees_everybody_of_its_union(world, persona):
    assert seen_by(world, persona) == set(world.home.people)


def test_a_disabled_account_sees_nobody(world):
    world.client(Persona.DISABLED)
    disabled = world.user(Persona.DISABLED)
    disabled.refresh_from_db()
    assert not Person.objects.visible_to(disabled).exists()
    assert not Membership.objects.visible_to(disabled).exists()


def test_the_office_next_door_sees_its_own(world):
    with in_union(world.next_door.union):
        names = set(Person.objects.visible_to(world.user(Persona.OTHER_UNION)).values_list("name", flat=True))
    assert names == {"clerk·other", "member·other"}


def test_outside_any_union_nothing_can_be_asked(db):
    with pytest.raises(OutsideUnion):
        Person.objects.exists()


@pytest.mark.parametrize(
    "persona", [p for p in Persona if p not in (Persona.ANONYMOUS, Persona.OTHER_UNION, Persona.DISABLED)]
)
def test_predicate_and_scope_agree_on_every_person(world, persona):
    user, seen = world.user(persona), seen_by(world, persona)
    sees_none = permissions.sees_no_person(user)
    for name, person in world.home.people.items():
        assert (permissions.may_see_person(user, person) and not sees_none) == (name in seen)


@pytest.mark.parametrize("persona", [Persona.MEMBER, Persona.BRANCH_CHAIR, Persona.OTHER_BRANCH, Persona.CLERK])
def test_memberships_are_seen_with_their_person(world, persona):
    user = world.user(persona)
    assert set(Membership.objects.visible_to(user).values_list("person", flat=True)) == set(
        Person.objects.visible_to(user).filter(memberships__isnull=False).values_list("pk", flat=True)
    )


@pytest.mark.parametrize("persona", [Persona.UPPER_VIEWER, Persona.ADMINISTRATOR])
def test_who_sees_no_person_sees_no_post_either(world, persona):
    user = world.user(persona)
    assert not any(model.objects.visible_to(user).exists() for model in (Post, Body, Unit))


def test_person_of_finds_the_person_behind_an_account(world):
    assert selectors.person_of(world.user(Persona.MEMBER)) == world.home.people[Persona.MEMBER]
    assert selectors.person_of(world.user(Persona.ADMINISTRATOR)) is None
