"""Benefit issues and the shares in them, as lists and the desk show them."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.care import codes
from unionhall.care.flow.issues import EntitlementState, IssueState
from unionhall.care.models import Entitlement, Issue
from unionhall.kernel.text import squeezed

_PERSON = ("person__department", "person__unit", "person__user", "package", "issue")


def issues(user: Any) -> QuerySet[Issue]:
    """The issues one may see, with how many are entitled and have signed."""
    shares = Entitlement.objects.filter(issue=OuterRef("pk")).order_by().values("issue").annotate(n=Count("pk"))
    return Issue.objects.visible_to(user).annotate(
        people_count=Coalesce(Subquery(shares.values("n")), 0),
        signed_count=Coalesce(Subquery(shares.filter(state=EntitlementState.ISSUED).values("n")), 0),
    )


def shares(user: Any) -> QuerySet[Entitlement]:
    """The shares one may see."""
    return Entitlement.objects.visible_to(user).select_related(*_PERSON)


def all_shares(user: Any) -> QuerySet[Entitlement]:
    """The same with the newest issue first."""
    return shares(user).order_by("-issue__roll_on", "issue", "person__staff_no")


def of_issue(issue: Issue, user: Any) -> QuerySet[Entitlement]:
    """The shares of one issue, by unit and staff number: the sign-off list."""
    return shares(user).filter(issue=issue).order_by("person__unit__name", "person__staff_no")


def counts(issue: Issue) -> dict[str, int]:
    """How many are entitled, chose, signed, did not; one query."""
    state = {name: Count("pk", filter=Q(state=name)) for name in EntitlementState.values}
    return issue.entitlements.aggregate(people=Count("pk"), **state)


def at_desk(issue: Issue, code: str, user: Any) -> list[Entitlement]:
    """Whose share a code stands for: a scanned one, or a staff number."""
    code = squeezed(code)
    if not code:
        return []
    found = of_issue(issue, user)
    return list(found.filter(pk=codes.opened(code)) if ":" in code else found.filter(person__staff_no=code))


def own(user: Any) -> QuerySet[Entitlement]:
    """One's own shares that are announced, newest first."""
    mine = Entitlement.objects.filter(person__user=user.pk).exclude(
        issue__state__in=[IssueState.DRAFT, IssueState.CANCELLED]
    )
    return mine.select_related(*_PERSON).order_by("-issue__roll_on", "-issue__number")
