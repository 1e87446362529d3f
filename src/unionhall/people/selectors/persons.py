"""Who there is."""
from datetime import date
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from unionhall.accounts.models import system_user
from unionhall.people.flow import HELD
from unionhall.people.models import Membership, Person


def person_of(user: Any) -> Person | None:
    """The person behind an account, with department and unit; None for accounts nobody on the roster has."""
    if not getattr(user, "is_authenticated", False):
        return None
    return Person.objects.select_related("department", "unit__parent").filter(user=user.pk).first()


def members(day: date) -> QuerySet[Person]:
    """Full members on a day; retained memberships (the retired) are not among them."""
    return Person.objects.members(day)


def staff(day: date) -> QuerySet[Person]:
    """Everybody the hospital employed on a day, members or not."""
    return Person.objects.on_staff(day)


def rows(user: Any) -> QuerySet[Person]:
    """The roster as far as `user` may see it, with the state and card of each person's open membership."""
    spell = Membership.objects.open().filter(person=OuterRef("pk"))
    shown = Person.objects.visible_to(user).select_related("department", "unit__parent")
    return shown.annotate(membership_state=Subquery(spell.values("state")[:1]),
                          card_no=Subquery(spell.values("card_no")[:1]),
                          member_since=Subquery(spell.values("joined_on")[:1]))


def register() -> QuerySet[Person]:
    """The register of members (会员名册): everybody with a held membership, by unit and staff number."""
    held = rows(system_user()).filter(membership_state__in=HELD, left_on=None)
    return held.order_by("unit__parent__name", "unit__name", "staff_no")
