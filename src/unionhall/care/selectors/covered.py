"""Whom union funds may insure."""

from datetime import date

from django.db.models import QuerySet

from unionhall.care.kinds.aid import Plan
from unionhall.care.selectors.retirees import retirees
from unionhall.people.choices import Sex
from unionhall.people.models import Person


def insurable(plan: str, day: date) -> QuerySet[Person]:
    """The members in service on a day, and for the women's plan the women among them (CARE-14)."""
    ours = Person.objects.members(day).exclude(pk__in=retirees(day).values("pk"))
    return ours.filter(sex=Sex.FEMALE) if plan == Plan.WOMEN else ours
