"""Who holds which post, and the rights that follow."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import rules
from django.db.models import QuerySet

from unionhall.accounts.models import User
from unionhall.accounts.roles import OFFICE_ROLES, Grant, Role, is_administrator
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, Sex, UnitKind
from unionhall.people.flow import State
from unionhall.people.models import Body, Membership, Person, Post, Term, Unit
from unionhall.people.rules.terms import women_committee_due
from unionhall.rulebook.services import value

_MEMBER_ROLE = {State.APPROVED: Role.MEMBER, State.RETAINED: Role.RETIRED}


def grants(user: User) -> Iterator[Grant]:
    """The roles somebody carries today by membership and by the posts they hold.

    A role held in a branch is granted for the branch and for each of its groups, so that asking whether a person's unit
    is among `units_where` is enough. Three queries, two for who holds no post.
    """
    today = clock.today()
    for state in Membership.objects.running(today).filter(person__user=user).values_list("state", flat=True):
        if state in _MEMBER_ROLE:
            yield Grant(_MEMBER_ROLE[state])
    for post in _carrying_rights(today).filter(person__user=user):
        body = post.seat.body
        yield Grant(post.seat.role, body.unit_id, body.department_id)
        if body.unit and body.unit.kind != UnitKind.UNION:
            yield from (Grant(post.seat.role, below, body.department_id) for below in units_below(body.unit.pk))


def units_below(unit: UUID) -> list[UUID]:
    """The ids of every unit under one, itself not included; one query for each level of the tree."""
    found: list[UUID] = []
    level = [unit]
    while level := list(Unit.objects.filter(parent__in=level).values_list("pk", flat=True)):
        found += level
    return found


def _carrying_rights(day: date) -> QuerySet[Post]:
    return Post.objects.held(day).exclude(seat__role="").select_related("seat__body__unit")


def holders(*roles: str, unit: Unit | None = None, day: date | None = None) -> QuerySet[Post]:
    """Who holds one of the roles on a day (today), in one unit if given: posts with their persons."""
    posts = Post.objects.held(day or clock.today()).filter(seat__role__in=roles).select_related("person", "seat__body")
    return posts.filter(seat__body__unit=unit) if unit else posts


def users_with(*roles: str, unit: Unit | None = None) -> QuerySet[User]:
    """The live accounts of today's holders of the roles: to whom a notice goes."""
    people = holders(*roles, unit=unit).values("person__user")
    return User.in_union.filter(pk__in=people, is_active=True)


@rules.predicate
def office_is_empty(user: Any, obj: Any = None) -> bool:
    """Nobody holds a post in the union's office today: so it is in a new union."""
    return not holders(*OFFICE_ROLES).exists()


opens_office = is_administrator & office_is_empty


def terms_due(first: date, last: date) -> QuerySet[Term]:
    """Terms that end in a period and have not been followed by another (ORG-06)."""
    return Term.objects.due(first, last).filter(closed_on=None).select_related("body")


def leaders_of_units() -> dict[UUID, str]:
    """Who leads each unit today, by the unit's key: chair, branch chair or group leader."""
    posts = holders(Role.CHAIR, Role.BRANCH_CHAIR, Role.GROUP_LEADER)
    return {post.seat.body.unit_id: post.person.name for post in posts if post.seat.body.unit_id}


def womens_committee_missing() -> bool:
    """Whether the union has women enough to need a women's committee and has none (ORG-43)."""
    today = clock.today()
    if Body.objects.filter(kind=BodyKind.WOMEN, ended_on=None).exists():
        return False
    women = Person.objects.members(today).filter(sex=Sex.FEMALE).count()
    return women_committee_due(women, value("people.women_committee_min", today))
