"""For whom somebody goes on a visit, by the posts they hold."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Case, QuerySet, When

from unionhall.accounts.roles import OFFICE_ROLES, units_where
from unionhall.care.kinds.words import Side
from unionhall.care.models import Visit
from unionhall.kernel import clock
from unionhall.people.choices import BodyKind
from unionhall.people.models import Person, Post
from unionhall.people.permissions import LEADERS

MOST = 12  # names to tap on a phone

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
        found[person] = min(found[person], _SIDES.get(kind, Side.DEPARTMENT), key=lambda side: _ORDER.index(Side(side)))
    return found


def companions(user: Any, person: Person | None = None) -> list[Person]:
    """Who may go to this person, oneself first, then with whom one went last, those who lead their unit, the office."""
    units = [unit for unit in (person.unit, person.unit.parent if person.unit else None) if unit] if person else []
    held = Post.objects.held(clock.today()).select_related("person")
    leading = held.filter(seat__body__unit__in=units or units_where(user, *LEADERS))
    office = held.filter(seat__role__in=OFFICE_ROLES)
    known = [*Person.objects.filter(user=user.pk), *_last_time(user), *(post.person for post in [*leading, *office])]
    found = {one.pk: one for one in known if person is None or one.pk != person.pk}
    return list(found.values())[:MOST]


def nearest_first(people: Sequence[Person]) -> QuerySet[Person]:
    """The same people as a queryset in the same order."""
    order = [When(pk=person.pk, then=at) for at, person in enumerate(people)]
    return Person.objects.filter(pk__in=[person.pk for person in people]).order_by(Case(*order, default=len(order)))


def _last_time(user: Any) -> list[Person]:
    """With whom somebody went on the last visit they wrote down."""
    last = Visit.objects.filter(recorded_by=user.pk).order_by("-number").first()
    return [visitor.person for visitor in last.visitors.select_related("person")] if last else []
