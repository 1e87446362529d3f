"""For whom somebody goes on a visit, by the posts they hold."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from unionhall.accounts.roles import Role
from unionhall.care.kinds.words import Side
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind
from unionhall.people.models import Person, Post

_SIDES = {
    BodyKind.LEADERSHIP: Side.LEADERSHIP,
    BodyKind.COMMITTEE: Side.UNION,
    BodyKind.OFFICE: Side.UNION,
    BodyKind.WOMEN: Side.UNION,
    BodyKind.AUDIT: Side.UNION,
    BodyKind.BRANCH: Side.BRANCH,
    BodyKind.GROUP: Side.BRANCH,
}
_ORDER = list(Side)


def sides(people: Sequence[Person]) -> dict[UUID, str]:
    """For each person the first side of leadership, union, branch whose post they hold, else their department's."""
    posts = Post.objects.held(clock.today()).filter(person__in=[person.pk for person in people])
    found: dict[UUID, str] = {person.pk: Side.DEPARTMENT for person in people}
    for person, kind in posts.values_list("person", "seat__body__kind"):
        found[person] = min(found[person], _SIDES.get(kind, Side.DEPARTMENT), key=_ORDER.index)
    return found


def companions(user: Any, person: Person) -> list[Person]:
    """Who may well go along to this person: the leaders of their unit and branch, and the union's office; few queries."""
    units = [unit for unit in (person.unit, person.unit.parent if person.unit else None) if unit]
    held = Post.objects.held(clock.today()).select_related("person")
    near = held.filter(seat__body__unit__in=units)
    office = held.filter(seat__role__in=[Role.CHAIR, Role.VICE_CHAIR, Role.CLERK])
    found = {post.person_id: post.person for post in [*near, *office]}
    return [one for key, one in found.items() if key != person.pk and one.user_id != user.pk]
