"""The rows that figures count, for a scope: those of activities that took place and began within its days."""

from django.db.models import Count, Q, QuerySet

from unionhall.activities.flow import EntryState, State
from unionhall.activities.kinds import Attending
from unionhall.activities.models import (
    Activity,
    Attendance,
    Certificate,
    Entry,
    ExternalMember,
    ExternalTeam,
    Item,
    Partner,
    Placing,
    PrizeIssue,
)
from unionhall.figures.scope import Scope
from unionhall.people.choices import Sex

NARROW = ("kind", "occasion", "theme", "series", "audience", "level")


def _through(path: str) -> dict[str, str]:
    """Where each filter of the figures stands, seen from rows that reach their activity by `path`."""
    prefix = f"{path}__" if path else ""
    return {"activity": path or "pk", **{name: f"{prefix}{name}" for name in NARROW}}


def _during(rows: QuerySet, scope: Scope, path: str) -> QuerySet:
    """`rows` of the activities held in the scope, reached by `path`, under the filters that are set."""
    prefix = f"{path}__" if path else ""
    held = {f"{prefix}state__in": [State.HELD, State.ARCHIVED], f"{prefix}held_from__range": (scope.first, scope.last)}
    return scope.narrow(rows.filter(**held), **_through(path))


def held(scope: Scope) -> QuerySet[Activity]:
    """The activities themselves."""
    return _during(Activity.objects.all(), scope, "")


def items(scope: Scope) -> QuerySet[Item]:
    """Their declared items."""
    return _during(Item.objects.declared(), scope, "activity")


def signed_up(scope: Scope) -> QuerySet[Entry]:
    """The entries that had a place."""
    return _during(Entry.objects.signed_up(), scope, "item__activity")


def took_part(scope: Scope) -> QuerySet[Entry]:
    """The entries of those who came: one row is one person-time (ACT-02)."""
    return _during(Entry.objects.took_part(), scope, "item__activity")


def women(scope: Scope) -> QuerySet[Entry]:
    """The person-times of women."""
    return took_part(scope).filter(person__sex=Sex.FEMALE)


def door(scope: Scope) -> QuerySet[Attendance]:
    """Those who came to take part, seen at the door."""
    return _during(Attendance.objects.came().filter(role=Attending.ENTRANT), scope, "activity")


def issued(scope: Scope) -> QuerySet[PrizeIssue]:
    """The prizes given out."""
    return _during(PrizeIssue.objects.all(), scope, "activity")


def awards(scope: Scope) -> QuerySet[PrizeIssue]:
    """The prizes given as awards, without keepsakes."""
    return issued(scope).filter(prize__is_keepsake=False)


def partners(scope: Scope) -> QuerySet[Partner]:
    """With whom they were held."""
    return _during(Partner.objects.all(), scope, "activity")


def trainings(scope: Scope) -> QuerySet[Activity]:
    """Those that were trainings with hours."""
    return held(scope).filter(training__isnull=False)


def certificates(scope: Scope) -> QuerySet[Certificate]:
    """The certificates given at them."""
    return _during(Certificate.objects.all(), scope, "entry__item__activity")


def at_least_as_large(scope: Scope) -> QuerySet[Activity]:
    """All activities ever held up to the last day with at least as many people as the one the scope is narrowed to."""
    counted = _counted(scope)
    this = counted.filter(pk=scope.filters.get("activity")).first()
    return counted.filter(people__gte=this.people) if this and this.people else counted.none()


def largest(scope: Scope) -> Activity | None:
    """The activity with the most people ever, up to the last day; one scan of all entries, so ask it once."""
    return _counted(scope).filter(people__gt=0).order_by("-people").first()


def _counted(scope: Scope) -> QuerySet[Activity]:
    people = Count("items__entries__person", filter=_came(), distinct=True)
    return Activity.objects.took_place().filter(held_from__lte=scope.last).annotate(people=people)


def _came() -> Q:
    return Q(items__entries__state=EntryState.CAME)


def _outside(rows: QuerySet, scope: Scope, path: str) -> QuerySet:
    prefix = f"{path}__" if path else ""
    sent = rows.filter(**{f"{prefix}held_on__range": (scope.first, scope.last)})
    return scope.narrow(sent, team=path or "pk", kind=f"{prefix}kind", level=f"{prefix}level")


def outside(scope: Scope) -> QuerySet[ExternalTeam]:
    """The events of others we sent people to."""
    return _outside(ExternalTeam.objects.all(), scope, "")


def outside_people(scope: Scope) -> QuerySet[ExternalMember]:
    """Those who went."""
    return _outside(ExternalMember.objects.all(), scope, "team")


def outside_women(scope: Scope) -> QuerySet[ExternalMember]:
    """The women who went."""
    return outside_people(scope).filter(person__sex=Sex.FEMALE)


def placings(scope: Scope) -> QuerySet[Placing]:
    """The places they won."""
    return _outside(Placing.objects.all(), scope, "team")
