"""The trail as pages show it."""

from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Case, F, Value, When

from unionhall.audit.confidential import beyond
from unionhall.audit.models import Event, Kind
from unionhall.audit.permissions import may_read_content, may_read_trail

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
    return Case(
        When(subject_type__in=ABOUT_THE_HOUSE, then=F(field)), default=Value(""), output_field=models.TextField()
    )


def looks_at(person_id: UUID) -> models.QuerySet[Event]:
    """Who looked at one person's confidential data, newest first: for that person's own page."""
    return Event.objects.concerning(person_id).filter(kind=Kind.READ).select_related("by")
