"""The demo unions are peopled by the verbs, and hold what the demo promises."""

from datetime import date

import pytest

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role, grants_of
from unionhall.accounts.tenancy import in_union
from unionhall.audit.models import Event
from unionhall.demo.world import World
from unionhall.people.models import Body, Person, Post, Profile, Term, Unit
from unionhall.people.seed import seed

PLAYED = {
    "clerk": Role.CLERK, "chair": Role.CHAIR, "vice_chair": Role.VICE_CHAIR, "accountant": Role.ACCOUNTANT,
    "cashier": Role.CASHIER, "committee": Role.COMMITTEE, "auditor": Role.AUDITOR, "women": Role.WOMEN,
    "proposals": Role.PROPOSALS, "mediator": Role.MEDIATOR, "branch_chair": Role.BRANCH_CHAIR,
    "group_leader": Role.GROUP_LEADER, "member": Role.MEMBER, "retired": Role.RETIRED, "handler": Role.HANDLER,
    "department_head": Role.DEPARTMENT_HEAD, "hospital_leader": Role.HOSPITAL_LEADER, "counsellor": Role.COUNSELLOR,
    "legal_adviser": Role.LEGAL_ADVISER, "upper_viewer": Role.UPPER_VIEWER,
}  # fmt: skip


@pytest.fixture
def demo(union, system):
    world = World(union, system)
    seed(world)
    return world


def test_the_demo_union_is_whole(demo):
    assert Person.objects.members(date(2023, 12, 31)).count() == 2125
    assert [Unit.objects.filter(kind=kind).count() for kind in ("union", "branch", "group", "station")] == [
        1,
        11,
        53,
        5,
    ]
    assert Term.objects.get(body__kind="committee", number=3).began_on.year == 2020
    assert Body.objects.filter(kind__in=("committee", "audit", "women", "proposals", "mediation")).count() == 5
    assert Post.objects.filter(seat__role=Role.BRANCH_CHAIR).count() == 11
    assert Post.objects.filter(seat__role=Role.GROUP_LEADER).count() == 53
    assert Profile.objects.get().upper_union
    assert {
        key: role in {grant.role for grant in grants_of(demo.users[key])} for key, role in PLAYED.items()
    } == dict.fromkeys(PLAYED, True)
    assert not Person.objects.filter(user=None).exists()
    assert Event.objects.filter(verb="people.post.appoint").count() == Post.objects.count()


def test_the_small_union_sees_none_of_it(system, other_union):
    with in_union(other_union):
        small = World(
            other_union, User.objects.create_user(other_union, "system", "系统", is_system=True), is_small=True
        )
        seed(small)
        assert Person.objects.count() == 30
        assert Person.objects.members(date(2022, 12, 31)).count() == 30
        assert {part.role for part in small.cast} >= {"工会主席", "专职干事", "会员"}
    assert not Person.objects.exists()
