"""What somebody was given in a year on such occasions, and who may know of it."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, QuerySet, Sum

from unionhall.care.models import Aid, Claim, Tally, Visit
from unionhall.care.permissions import sees_aid
from unionhall.people.models import Person

AID = Aid._meta.label_lower  # what gives it is the office's and the person's to know


def so_far(person: Person, occasion: str, year: int) -> tuple[Decimal, int]:
    """What somebody was given on such occasions in a year, aid included, and how often: for the office alone."""
    known = Tally.objects.filter(person=person, year=year, occasion=occasion).values_list("spent", "times").first()
    return known or (Decimal(0), 0)


def brought_so_far(person: Any, occasion: str, year: int, before: Claim | None = None) -> tuple[Decimal, int]:
    """The same without aid, for what many hands read: papers of visits, and the pages of who makes them."""
    same = Claim.objects.filter(person=person, year=year, occasion=occasion, is_live=True).exclude(subject_type=AID)
    earlier = same.filter(pk__lt=before.pk) if before else same
    sums = earlier.aggregate(spent=Sum("amount"), times=Count("pk"))
    return sums["spent"] or Decimal(0), sums["times"]


def had_before(visit: Visit) -> tuple[Decimal, int]:
    """What the person was brought that year on such occasions before this visit's gift, and how often."""
    own = Claim.objects.filter(subject_id=visit.pk).order_by("-pk").first()
    if own:
        return brought_so_far(own.person_id, own.occasion, own.year, before=own)
    known = visit.event or visit.task
    return brought_so_far(visit.person_id, visit.occasion, (known.happened_on if known else visit.visited_on).year)


def told_to(by: Any, claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Those of which this reader may know: aid is the office's and the person's affair; without a reader all."""
    return claims if by is None or sees_aid(by) else claims.exclude(subject_type=AID)
