"""The test world is what it says: everybody holds the role they are named after, and only there."""

import pytest

from tests.kit.world import Persona, build
from tests.kit.world.people import POSTS
from unionhall.accounts.roles import Role, grants_of


@pytest.fixture
def world(union, other_union):
    return build(union, other_union)


@pytest.mark.parametrize("persona", sorted(POSTS))
def test_a_persona_holds_the_role_it_is_named_after(world, persona):
    assert POSTS[persona][0] in {grant.role for grant in grants_of(world.user(persona))}


def test_a_plain_member_holds_no_post(world):
    assert {grant.role for grant in grants_of(world.user(Persona.MEMBER))} == {Role.MEMBER}


def test_the_branch_chair_leads_branch_a_and_its_group_only(world):
    units = {grant.unit for grant in grants_of(world.user(Persona.BRANCH_CHAIR)) if grant.role == Role.BRANCH_CHAIR}
    assert units == {world.home.units["branch"].pk, world.home.units["group"].pk}


def test_the_disabled_account_holds_nothing(world):
    world.client(Persona.DISABLED)
    disabled = world.user(Persona.DISABLED)
    disabled.refresh_from_db()
    assert grants_of(disabled) == frozenset()
