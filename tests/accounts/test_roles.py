import pytest
from django.contrib.auth.models import AnonymousUser

from unionhall.accounts import roles
from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role, has_role, in_office, is_administrator, is_signed_in, units_where
from unionhall.kernel.ids import uuid7


@pytest.fixture
def user(union) -> User:
    return User.objects.create_user(union, "1001", "沈知远")


@pytest.fixture
def held(monkeypatch):
    """The grants of everybody, to be changed by the test."""
    grants: list[Grant] = []
    monkeypatch.setattr(roles, "_sources", {lambda user: list(grants): frozenset()})
    return grants


def test_rights_follow_the_post_with_the_next_request(user, held):
    assert not in_office(user)
    held.append(Grant(Role.CLERK))
    assert in_office(User.objects.get(pk=user.pk))
    held.clear()
    assert not in_office(User.objects.get(pk=user.pk))


def test_a_bounded_role_names_its_unit(user, held):
    unit = uuid7()
    held.extend([Grant(Role.BRANCH_CHAIR, unit=unit), Grant(Role.MEMBER)])
    assert units_where(user, Role.BRANCH_CHAIR) == {unit}
    assert units_where(user, Role.MEMBER) == frozenset()


@pytest.mark.parametrize("predicate", [in_office, has_role(Role.MEMBER), is_administrator, is_signed_in])
def test_a_disabled_account_and_a_stranger_hold_nothing(user, held, predicate):
    held.extend([Grant(Role.CLERK), Grant(Role.MEMBER)])
    user.is_active, user.is_administrator = False, True
    assert not predicate(user)
    assert not predicate(AnonymousUser())


def test_the_system_may_what_any_role_may(system, held):
    assert has_role(Role.AUDITOR)(system)


def test_the_administrator_holds_no_office(union, held):
    administrator = User.objects.create_user(union, "admin", "管理员", is_administrator=True)
    assert is_administrator(administrator)
    assert not in_office(administrator)


def test_a_source_is_asked_once_and_only_for_roles_it_can_give(user, monkeypatch):
    asked = []
    monkeypatch.setattr(roles, "_sources", {})
    roles.grants_from(lambda user: asked.append("posts") or [Grant(Role.CLERK)])
    roles.grants_from(lambda user: asked.append("congress") or [Grant(Role.DELEGATE)], Role.DELEGATE)
    assert in_office(user)
    assert asked == ["posts"]
    assert has_role(Role.DELEGATE)(user)
    assert asked == ["posts", "congress"]
    assert {grant.role for grant in roles.grants_of(user)} == {Role.CLERK, Role.DELEGATE}
    assert asked == ["posts", "congress"]
