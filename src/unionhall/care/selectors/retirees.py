"""Who is retired: since a day, or since before the first roster, which then knows no day."""

from datetime import date

from django.db.models import Q, QuerySet

from unionhall.people.choices import Employment
from unionhall.people.models import Person


def is_retired(person: Person, day: date) -> bool:
    """Whether somebody was retired on a day."""
    if person.retired_on is None:
        return person.employment == Employment.RETIRED
    return person.retired_on <= day


def retirees(day: date) -> QuerySet[Person]:
    """Whoever was retired on a day and had not left us for good."""
    retired = Q(retired_on__lte=day) | Q(retired_on=None, employment=Employment.RETIRED)
    return Person.objects.filter(retired, Q(left_on=None) | Q(left_on__gt=day))
