"""Activities as lists and pages show them."""

from decimal import Decimal
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from unionhall.activities.flow import HAS_PLACE, EntryState
from unionhall.activities.models import Activity, Attendance, Entry, Item, PrizeIssue
from unionhall.funds.models import SpendingRequest
from unionhall.kernel import clock
from unionhall.people.models import Person


def rows(user: Any) -> QuerySet[Activity]:
    """The activities one may see, with how many signed up, person-times and items; one query however many rows."""
    entries = Entry.objects.filter(item__activity=OuterRef("pk")).order_by().values("item__activity")
    people = entries.filter(state__in=HAS_PLACE).annotate(n=Count("person", distinct=True)).values("n")
    times = entries.filter(state=EntryState.CAME).annotate(n=Count("pk")).values("n")
    declared = Item.objects.declared().filter(activity=OuterRef("pk")).order_by().values("activity")
    return (
        Activity.objects.visible_to(user)
        .select_related("series", "unit")
        .annotate(
            signed_up_count=Coalesce(Subquery(people), 0),
            entry_count=Coalesce(Subquery(times), 0),
            item_count=Coalesce(Subquery(declared.annotate(n=Count("pk")).values("n")), 0),
        )
    )


def counts(activity: Activity) -> dict[str, int]:
    """The five counts, which are five different things (ACT-02); two queries."""
    came = Q(state=EntryState.CAME)
    known = Entry.objects.filter(item__activity=activity).aggregate(
        signed_up=Count("person", filter=Q(state__in=HAS_PLACE), distinct=True),
        entries=Count("pk", filter=came),
        people=Count("person", filter=came, distinct=True),
        waiting=Count("pk", filter=Q(state=EntryState.WAITING)),
    )
    at_door = Attendance.objects.came().filter(activity=activity, role="entrant").count()
    return {**known, "came": at_door, "items": activity.items.declared().count()}


def open_to(user: Any) -> QuerySet[Activity]:
    """What is announced and not over, soonest first."""
    return Activity.objects.visible_to(user).to_come(clock.today()).order_by("held_from", "number")


def mine(person: Person) -> QuerySet[Entry]:
    """One's own entries that were not withdrawn, newest activity first."""
    own = Entry.objects.filter(person=person).exclude(state=EntryState.WITHDRAWN)
    return own.select_related("item__activity", "team", "result").order_by("-item__activity__held_from", "item")


def is_largest(activity: Activity) -> bool:
    """Whether no other activity on record had as many people as this one; two queries."""
    came = Q(items__entries__state=EntryState.CAME)
    people = Count("items__entries__person", filter=came, distinct=True)
    counted = Activity.objects.took_place().annotate(people=people)
    own = counted.filter(pk=activity.pk).values_list("people", flat=True).first()
    return bool(own) and not counted.exclude(pk=activity.pk).filter(people__gte=own).exists()


def granted_for(activity: Activity) -> Decimal:
    """What was approved for it so far, paid or not, in yuan."""
    granted = SpendingRequest.objects.about(activity).granted()
    return granted.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def paid_for(activity: Activity) -> Decimal:
    """What was paid for it through the book so far, in yuan."""
    paid = SpendingRequest.objects.about(activity).settled()
    return paid.aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def prizes_of(person: Person) -> QuerySet[PrizeIssue]:
    """What one was given, newest first."""
    return PrizeIssue.objects.filter(person=person).select_related("prize", "activity").order_by("-issued_on", "-id")
