"""Who the demo unions are made of, every account of the printed list holding its role."""

from datetime import date

from unionhall.accounts.roles import Role, grants_of
from unionhall.audit.models import Event
from unionhall.demo.world import World
from unionhall.figures.scope import Scope
from unionhall.people.models import Body, Person, Post, Profile, Term, Unit

PLAYED = {
    "clerk": Role.CLERK, "chair": Role.CHAIR, "vice_chair": Role.VICE_CHAIR, "accountant": Role.ACCOUNTANT,
    "cashier": Role.CASHIER, "committee": Role.COMMITTEE, "auditor": Role.AUDITOR, "women": Role.WOMEN,
    "proposals": Role.PROPOSALS, "mediator": Role.MEDIATOR, "branch_chair": Role.BRANCH_CHAIR,
    "group_leader": Role.GROUP_LEADER, "member": Role.MEMBER, "retired": Role.RETIRED, "handler": Role.HANDLER,
    "department_head": Role.DEPARTMENT_HEAD, "hospital_leader": Role.HOSPITAL_LEADER, "counsellor": Role.COUNSELLOR,
    "legal_adviser": Role.LEGAL_ADVISER, "upper_viewer": Role.UPPER_VIEWER,
}  # fmt: skip


def claims(world: World, year: Scope) -> None:
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
        key: role in {grant.role for grant in grants_of(world.users[key])} for key, role in PLAYED.items()
    } == dict.fromkeys(PLAYED, True)
    assert not Person.objects.filter(user=None).exists()
    assert Event.objects.filter(verb="people.post.appoint").count() == Post.objects.count()


def claims_of_the_small(world: World) -> None:
    """Thirty people, all members."""
    assert Person.objects.count() == 30
    assert Person.objects.members(date(2022, 12, 31)).count() == 30
    assert {part.role for part in world.cast} >= {"工会主席", "专职干事", "会员"}
