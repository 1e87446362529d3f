"""Units, departments, bodies, terms and posts as the lists show them."""

from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.accounts.roles import in_office
from unionhall.kernel import clock
from unionhall.people.models import Body, Correction, Department, Membership, Person, Post, Profile, Term, Unit


def _counted(rows: QuerySet, by: str) -> Coalesce:
    """How many rows there are of each `by`, as a subquery beside the outer row."""
    numbers = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), 0)


def units(user: Any) -> QuerySet[Unit]:
    """The union's tree with the full members of each unit, groups counted into their branch."""
    spells = Membership.objects.full(clock.today())
    own = _counted(spells.filter(person__unit=OuterRef("pk")), "person__unit")
    below = _counted(spells.filter(person__unit__parent=OuterRef("pk")), "person__unit__parent")
    return Unit.objects.visible_to(user).select_related("parent").annotate(people_count=own + below)


def departments(user: Any) -> QuerySet[Department]:
    """The employer's departments with the staff of each."""
    staff = Person.objects.on_staff(clock.today())
    return (
        Department.objects.visible_to(user)
        .select_related("parent", "unit")
        .annotate(people_count=_counted(staff.filter(department=OuterRef("pk")), "department"))
    )


def bodies(user: Any) -> QuerySet[Body]:
    """Bodies with the number of posts held today."""
    held = Post.objects.held(clock.today()).filter(seat__body=OuterRef("pk"))
    return (
        Body.objects.visible_to(user)
        .select_related("unit", "department")
        .annotate(held_count=_counted(held, "seat__body"))
    )


def terms(user: Any) -> QuerySet[Term]:
    """Terms with their bodies."""
    return Term.objects.visible_to(user).select_related("body")


def posts(user: Any) -> QuerySet[Post]:
    """Posts with person, seat and body."""
    return Post.objects.visible_to(user).select_related("person", "seat__body", "term__body")


def memberships(user: Any) -> QuerySet[Membership]:
    """Spells of membership with their persons."""
    return Membership.objects.visible_to(user).select_related("person__department", "person__unit__parent")


def corrections(user: Any) -> QuerySet[Correction]:
    """Requests for correction with their persons."""
    return Correction.objects.visible_to(user).select_related("person")


def profiles(user: Any) -> QuerySet[Profile]:
    """The union's own papers: one row, once described."""
    return Profile.objects.select_related("union").all() if in_office(user) else Profile.objects.none()


def unit_sizes() -> dict[UUID, int]:
    """Full members of each unit by its key, groups counted into their branch and all into the union."""
    sizes: dict[UUID, int] = {}
    parents = dict(Unit.objects.values_list("pk", "parent"))
    counted = Person.objects.members(clock.today()).exclude(unit=None).order_by().values_list("unit")
    for key, number in counted.annotate(number=Count("pk")):
        node: UUID | None = key
        while node:
            sizes[node] = sizes.get(node, 0) + number
            node = parents.get(node)
    return sizes
