"""The trail as pages show it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Case, F, Value, When

from unionhall.audit.confidential import beyond
from unionhall.audit.models import Event, Kind
from unionhall.audit.permissions import may_read_content, may_read_trail
from unionhall.kernel import clock

ABOUT_THE_HOUSE = ("accounts.user", "accounts.union")  # subjects that are no business records


def rows(user: Any) -> models.QuerySet[Event]:
    """The trail of the union in scope, newest first, with `subject` and `why` as far as this reader may know them."""
    if not may_read_trail(user):
        return Event.objects.none()
    events = Event.objects.exclude(beyond(user)).select_related("by").order_by("-at", "-id")
    if may_read_content(user):
        return events.annotate(subject=F("subject_label"), why=F("reason"))
    return events.annotate(subject=_only_of_the_house("subject_label"), why=_only_of_the_house("reason"))


def _only_of_the_house(field: str) -> Case:
    kept: Any = Event._meta.get_field(field)
    return Case(When(subject_type__in=ABOUT_THE_HOUSE, then=F(field)), default=Value(""), output_field=kept)


@dataclass(frozen=True)
class Look:
    """That one person read one thing on one day: the last time, and how often."""

    who: str
    what: str
    at: datetime
    count: int


def by_day(looks: Iterable[Event]) -> list[Look]:
    """Events of reading, newest first, as one line for each reader, thing and day."""
    together: dict[tuple[str, str, date], list[datetime]] = defaultdict(list)
    for look in looks:
        together[look.by.name, look.what, clock.day_of(look.at)].append(look.at)
    return [Look(who, what, times[0], len(times)) for (who, what, _day), times in together.items()]


def looks_at(person_id: UUID) -> models.QuerySet[Event]:
    """Who looked at one person's confidential data, newest first: for that person's own page."""
    return Event.objects.concerning(person_id).filter(kind=Kind.READ).select_related("by")
