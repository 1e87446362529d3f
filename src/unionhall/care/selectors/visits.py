"""Events, tasks, visits, promises and standards as lists show them."""

from datetime import date, timedelta
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum

from unionhall.accounts.roles import in_office
from unionhall.care.kinds.words import Channel, Level
from unionhall.care.models import (
    LifeEvent,
    Promise,
    ProofRule,
    Standard,
    Visit,
    VisitPaper,
    VisitRound,
    VisitSet,
    VisitTask,
)

LONG_PAST = timedelta(days=30)
_PERSON = ("person__department", "person__unit__parent", "person__user")


def events(user: Any) -> QuerySet[LifeEvent]:
    """The events one may see."""
    return LifeEvent.objects.visible_to(user).select_related(*_PERSON)


def told_or_own(user: Any) -> QuerySet[LifeEvent]:
    """What happened to oneself, and what one told on the phone of a colleague or of somebody of one's branch."""
    told = Q(told_by=user.pk, channel__in=(Channel.COLLEAGUE, Channel.BRANCH))
    return LifeEvent.objects.filter(Q(person__user=user.pk) | told).select_related(*_PERSON, "told_by")


def tasks(user: Any) -> QuerySet[VisitTask]:
    """The tasks one may see: what waits by its next day, then what is done, the newest first."""
    seen = VisitTask.objects.visible_to(user).select_related(*_PERSON, "unit__parent", "event", "set")
    return seen.by_next_day()


def pending(user: Any) -> QuerySet[VisitTask]:
    """The tasks nobody has done, by their next day; a visit to oneself is for others to make."""
    return tasks(user).pending().exclude(person__user=user.pk)


def to_make(user: Any, today: date) -> QuerySet[VisitTask]:
    """The visits one is to make oneself: those of the hospital's union for the office, the own unit's for who leads it.

    What has lain for a month comes after what can still be in time.
    """
    own = pending(user)
    if in_office(user):
        own = own.filter(level=Level.UNION)
    return own.alias(lies=Q(next_day__lt=today - LONG_PAST)).order_by("lies", "next_day", "id")


def visits(user: Any) -> QuerySet[Visit]:
    """The visits one may see."""
    return Visit.objects.visible_to(user).select_related(*_PERSON, "task", "event", "round")


def promises(user: Any) -> QuerySet[Promise]:
    """The promises one may see."""
    return Promise.objects.visible_to(user).select_related("visit__person__department", "visit__person__user")


def standards(user: Any) -> QuerySet[Standard]:
    """Every line that ever was in force, and for the office what is proposed."""
    return Standard.objects.visible_to(user).select_related("proposed_by", "approved_by")


def sets(user: Any) -> QuerySet[VisitSet]:
    """Every version of the five visits."""
    return VisitSet.objects.visible_to(user)


def rounds(user: Any) -> QuerySet[VisitRound]:
    """The rounds one may see, with how many were called on and what was brought."""
    of = Visit.objects.standing().filter(round=OuterRef("pk")).order_by().values("round")
    return VisitRound.objects.visible_to(user).annotate(
        visit_count=Subquery(of.annotate(n=Count("pk")).values("n")),
        cash_sum=Subquery(of.annotate(n=Sum("cash")).values("n")),
        goods_sum=Subquery(of.annotate(n=Sum("goods")).values("n")),
    )


def proofs(user: Any) -> QuerySet[ProofRule]:
    """What this union wants proved by which papers."""
    return ProofRule.objects.visible_to(user)


def papers(user: Any) -> QuerySet[VisitPaper]:
    """The papers one may open; their content is fetched for the one that is opened."""
    return VisitPaper.objects.visible_to(user).select_related("visit__person__user", "round")
