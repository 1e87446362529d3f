"""Rounds of health checks: how far they are, and what is there for one to book."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.care.flow.health import CheckState
from unionhall.care.models import Check, CheckDay, CheckRound
from unionhall.kernel import clock


def rows(user: Any) -> QuerySet[CheckRound]:
    """The rounds one may see, with how many are entitled and how many came."""
    checks = Check.objects.filter(round=OuterRef("pk")).order_by().values("round")
    examined = checks.filter(state=CheckState.EXAMINED)
    return CheckRound.objects.visible_to(user).annotate(
        eligible_count=Coalesce(Subquery(checks.annotate(n=Count("pk")).values("n")), 0),
        examined_count=Coalesce(Subquery(examined.annotate(n=Count("pk")).values("n")), 0),
    )


def checks(user: Any) -> QuerySet[Check]:
    """Everybody on the lists one may see, the newest round first."""
    seen = Check.objects.visible_to(user).select_related("round", "day", "person__department")
    return seen.order_by("-round__begins_on", "person__staff_no")


def progress(round: CheckRound) -> dict[str, int]:
    """How many stand in each state; one query."""
    found = dict(round.checks.order_by().values_list("state").annotate(n=Count("pk")))
    return {state.value: found.get(state.value, 0) for state in CheckState} | {"all": sum(found.values())}


def mine(user: Any) -> QuerySet[Check]:
    """One's own place in each round, the newest first."""
    own = Check.objects.filter(person__user=user.pk)
    return own.select_related("round", "person", "day").order_by("-round__begins_on")


def free_days() -> dict[UUID, list[CheckDay]]:
    """The days to come of open rounds that are not full, by round; one query."""
    days: dict[UUID, list[CheckDay]] = defaultdict(list)
    for day in CheckDay.objects.free(clock.today()):
        days[day.round_id].append(day)
    return days
