"""The rows that figures count: results declared within the scope's days and still standing."""

from datetime import timedelta

from django.db.models import QuerySet

from unionhall.ballots.flow import VOTED
from unionhall.ballots.kinds import DECISIVE, Kind, Stance
from unionhall.ballots.models import Result, ResultLine
from unionhall.figures.scope import Scope
from unionhall.kernel import clock


def decided(scope: Scope) -> QuerySet[Result]:
    """Results of votes and elections."""
    return _standing(scope).filter(poll__kind__in=DECISIVE)


def carried(scope: Scope) -> QuerySet[Result]:
    """Results of votes that carried; elections carry nothing."""
    return _standing(scope).filter(poll__kind=Kind.DECISION, carried=True)


def voted_on(scope: Scope) -> QuerySet[Result]:
    """Results of votes, carried or not."""
    return _standing(scope).filter(poll__kind=Kind.DECISION)


def asked(scope: Scope) -> QuerySet[Result]:
    """Results of appraisals and questionnaires."""
    return _standing(scope).exclude(poll__kind__in=DECISIVE)


def own(scope: Scope) -> QuerySet[Result]:
    """Results of the office's own appraisals and questionnaires, which no module above tells of."""
    return asked(scope).filter(poll__subject_type="")


def graded(scope: Scope) -> QuerySet[ResultLine]:
    """The grades given in appraisals."""
    graded = Result.objects.filter(pk__in=_standing(scope).filter(poll__kind=Kind.APPRAISAL).values("pk"))
    return ResultLine.objects.filter(result__in=graded)


def satisfied(scope: Scope) -> QuerySet[ResultLine]:
    """The grades given in appraisals that count as satisfied (HOME-08)."""
    return graded(scope).filter(option__stance=Stance.GOOD)


def _standing(scope: Scope) -> QuerySet[Result]:
    first, after = clock.on(scope.first, 0), clock.on(scope.last + timedelta(days=1), 0)
    rows = Result.objects.filter(declared_at__gte=first, declared_at__lt=after, poll__state__in=VOTED)
    return scope.narrow(rows, kind="poll__kind", way="poll__way", poll="poll")
