"""Who there is."""

from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q, QuerySet

from unionhall.accounts.asked import Lookup
from unionhall.accounts.models import system_user
from unionhall.people.flow import HELD, WAITING
from unionhall.people.models import Person, Unit

_person_of: Lookup[Person] = Lookup(
    lambda user, day: Person.objects.select_related("department", "unit__parent").filter(user=user).order_by()
)


def person_of(user: Any) -> Person | None:
    """The person behind an account, with department and unit; None for accounts nobody on the roster has.

    Read once per request.
    """
    if not getattr(user, "is_authenticated", False):
        return None
    if user.of_request is None:
        return _person_of.first(user.pk)
    if "person" not in user.of_request:
        user.of_request["person"] = _person_of.first(user.pk)
    return user.of_request["person"]


def members(day: date) -> QuerySet[Person]:
    """Full members on a day; retained memberships (the retired) are not among them."""
    return Person.objects.members(day)


def staff(day: date) -> QuerySet[Person]:
    """Everybody the hospital employed on a day, members or not."""
    return Person.objects.on_staff(day)


def rows(user: Any) -> QuerySet[Person]:
    """The roster as far as `user` may see it, with the state and card of each person's open membership."""
    shown = Person.objects.visible_to(user).select_related("department", "unit__parent")
    # At most one row for each person, which the database itself keeps (`membership_one_open`).
    is_open = Q(memberships__state__in=(*WAITING, *HELD), memberships__ended_on=None)
    spell = FilteredRelation("memberships", condition=is_open)
    return shown.annotate(
        spell=spell, membership_state=F("spell__state"), card_no=F("spell__card_no"), member_since=F("spell__joined_on")
    )


def register(unit: Unit | None = None) -> QuerySet[Person]:
    """The register of members (会员名册), of the union or of one unit: held memberships by unit and staff number."""
    held = rows(system_user()).filter(membership_state__in=HELD, left_on=None)
    if unit:
        held = held.filter(Q(unit=unit) | Q(unit__parent=unit))
    return held.order_by("unit__parent__name", "unit__name", "staff_no")
