"""The rows that figures of visits and gifts count, for a scope."""

from django.db.models import F, Q, QuerySet
from django.db.models.functions import TruncMonth

from unionhall.care.flow.issues import IssueState
from unionhall.care.flow.visits import TaskState
from unionhall.care.models import Entitlement, LifeEvent, Promise, Standard, Visit, Visitor, VisitTask
from unionhall.figures.scope import Scope

_BY_VISIT = ("occasion", "festival", "source", "level")


def events(scope: Scope) -> QuerySet[LifeEvent]:
    """What happened within the period, nothing dismissed."""
    rows = LifeEvent.objects.standing().filter(happened_on__range=(scope.first, scope.last))
    return scope.narrow(rows, occasion="kind", department="person__department")


def visits(scope: Scope) -> QuerySet[Visit]:
    """The visits made within the period, none voided."""
    rows = Visit.objects.standing().filter(visited_on__range=(scope.first, scope.last))
    return scope.narrow(rows, **{name: name for name in _BY_VISIT})


def by_month(scope: Scope) -> QuerySet[Visit]:
    """The same, each with its month."""
    return visits(scope).annotate(month=TruncMonth("visited_on"))


def to_retirees(scope: Scope) -> QuerySet[Visit]:
    """Those to the retired."""
    return visits(scope).filter(was_retired=True)


def visitors(scope: Scope) -> QuerySet[Visitor]:
    """Who went on the visits of the period, by side."""
    rows = Visitor.objects.filter(visit__in=visits(scope.only(_BY_VISIT)).values("pk"))
    return scope.narrow(rows, side="side")


def due(scope: Scope) -> QuerySet[VisitTask]:
    """The visits that fell due within the period, as far as it has come, and those made before; none waived."""
    rows = VisitTask.objects.due().filter(visit_by__range=(scope.first, scope.last))
    rows = rows.filter(Q(visit_by__lte=scope.as_of) | Q(state=TaskState.DONE))
    return scope.narrow(rows, occasion="occasion", level="level")


def done(scope: Scope) -> QuerySet[VisitTask]:
    """Those of them that were made."""
    return due(scope).filter(state=TaskState.DONE)


def in_time(scope: Scope) -> QuerySet[VisitTask]:
    """Those made by their last day."""
    return done(scope).filter(visited_on__lte=F("visit_by"))


def visited_after_events(scope: Scope) -> QuerySet[VisitTask]:
    """The visits made within the period because of something told."""
    rows = VisitTask.objects.filter(
        state=TaskState.DONE, event__isnull=False, visited_on__range=(scope.first, scope.last)
    )
    return scope.narrow(rows, occasion="occasion", level="level")


def promises(scope: Scope) -> QuerySet[Promise]:
    """What was promised on the visits of the period."""
    return Promise.objects.filter(visit__in=visits(scope.only(())).values("pk"))


def gifts(scope: Scope) -> QuerySet[Entitlement]:
    """The gifts signed for within the period."""
    rows = Entitlement.objects.issued().filter(signed_on__range=(scope.first, scope.last))
    return scope.narrow(rows, festival="issue__festival", source="issue__source", issue="issue")


def entitled(scope: Scope) -> QuerySet[Entitlement]:
    """Whoever stood on a list drawn up for a day of the period."""
    rows = Entitlement.objects.filter(issue__roll_on__range=(scope.first, scope.last)).exclude(
        issue__state__in=(IssueState.DRAFT, IssueState.CANCELLED)
    )
    return scope.narrow(rows, festival="issue__festival", source="issue__source", issue="issue")


def standards(scope: Scope) -> QuerySet[Standard]:
    """The lines of the standards in force on the last day."""
    rows = Standard.objects.approved().filter(valid_from__lte=scope.last)
    newest = {}
    for pk, layer, occasion, festival in rows.order_by("valid_from").values_list("pk", "layer", "occasion", "festival"):
        newest[layer, occasion, festival] = pk
    return rows.filter(pk__in=newest.values())
