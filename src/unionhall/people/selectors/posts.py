"""Who holds which post, and the rights that follow."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import rules
from django.db import connection
from django.db.models import QuerySet

from unionhall.accounts.asked import Question
from unionhall.accounts.models import User
from unionhall.accounts.roles import OFFICE_ROLES, Grant, Role, is_administrator
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind, Sex, UnitKind
from unionhall.people.flow import State
from unionhall.people.models import Body, Department, Membership, Person, Post, Term, Unit
from unionhall.people.rules.terms import women_committee_due
from unionhall.rulebook.services import value

_MEMBER_ROLE = {State.APPROVED: Role.MEMBER, State.RETAINED: Role.RETIRED}


_spells_of = Question(
    lambda user, day: Membership.objects.running(day).filter(person__user=user).order_by().values_list("state")
)
_posts_of = Question(
    lambda user, day: (
        Post.objects.held(day)
        .exclude(seat__role="")
        .filter(person__user=user)
        .order_by()
        .values_list("seat__role", "seat__body__unit", "seat__body__department", "seat__body__unit__kind")
    )
)


def member_grants(user: User) -> Iterator[Grant]:
    """Member or retired member, as long as a spell of membership runs; one query."""
    for (state,) in _spells_of.about(user.pk):
        if state in _MEMBER_ROLE:
            yield Grant(_MEMBER_ROLE[state])


def post_grants(user: User) -> Iterator[Grant]:
    """The roles somebody carries today by the posts they hold.

    A role held in a branch is granted for the branch and for each of its groups, one held in a department for every part
    of it, so that asking whether something's unit is among `units_where`, or its department among `departments_where`, is
    enough. One query, and for who holds such a post one more for each.
    """
    key = Unit._meta.pk
    for role, in_unit, in_department, kind in _posts_of.about(user.pk):
        unit, department = key.to_python(in_unit), key.to_python(in_department)
        yield Grant(role, unit, department)
        if unit and kind != UnitKind.UNION:
            yield from (Grant(role, below, department) for below in units_below(unit))
        if department:
            yield from (Grant(role, unit, below) for below in departments_below(department))


def units_below(unit: UUID) -> list[UUID]:
    """The ids of every unit under one, itself not included; one query."""
    return _below(Unit, unit)


def departments_below(department: UUID) -> list[UUID]:
    """The ids of every department under one, itself not included; one query."""
    return _below(Department, department)


def _below(tree: type[Unit | Department], node: UUID) -> list[UUID]:
    """Walked inside the database, since every request of a branch's or a department's officer asks; a tree is one union's."""
    table, key = tree._meta.db_table, tree._meta.pk
    walk = f"""
        WITH RECURSIVE below (id) AS (
            SELECT id FROM {table} WHERE parent_id = %s
            UNION SELECT child.id FROM {table} child JOIN below ON child.parent_id = below.id
        ) SELECT id FROM below"""
    with connection.cursor() as cursor:
        cursor.execute(walk, [key.get_db_prep_value(node, connection)])
        return [key.to_python(found) for (found,) in cursor.fetchall()]


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
