"""Events, tasks, visits, promises and standards as lists show them."""

from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

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

_PERSON = ("person__department", "person__unit__parent", "person__user")


def events(user: Any) -> QuerySet[LifeEvent]:
    """The events one may see."""
    return LifeEvent.objects.visible_to(user).select_related(*_PERSON)


def own_events(user: Any) -> QuerySet[LifeEvent]:
    """What happened to oneself."""
    return LifeEvent.objects.filter(person__user=user.pk).select_related(*_PERSON)


def tasks(user: Any) -> QuerySet[VisitTask]:
    """The tasks one may see."""
    return VisitTask.objects.visible_to(user).select_related(*_PERSON, "unit__parent", "event", "set")


def pending(user: Any) -> QuerySet[VisitTask]:
    """The tasks nobody has done, soonest first; a visit to oneself is for others to make."""
    return tasks(user).pending().exclude(person__user=user.pk).order_by("visit_by", "id")


def visits(user: Any) -> QuerySet[Visit]:
    """The visits one may see."""
    return Visit.objects.visible_to(user).select_related(*_PERSON, "task", "event", "round")


def promises(user: Any) -> QuerySet[Promise]:
    """The promises one may see."""
    return Promise.objects.visible_to(user).select_related("visit__person__department", "visit__person__user")


def standards(user: Any) -> QuerySet[Standard]:
    """Every line that ever was in force."""
    return Standard.objects.visible_to(user)


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
