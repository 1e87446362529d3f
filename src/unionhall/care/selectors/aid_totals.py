"""The rows behind the figures of the second half of care; each within the scope's days, both inclusive."""

from django.db.models import Q, QuerySet

from unionhall.care.flow.drive import PUBLIC
from unionhall.care.flow.health import BatchState, CheckState, RoundState
from unionhall.care.kinds.aid import AidKind
from unionhall.care.models import (
    Aid,
    Candidate,
    Check,
    CheckRound,
    Cover,
    CoverClaim,
    Drive,
    DrivePayment,
    Gift,
    Goods,
    HardshipFile,
    HomeVisit,
    RestBatch,
)
from unionhall.figures.scope import Scope
from unionhall.rulebook import services as rulebook

SMALLEST = "care.small_cell_min"


def drives(scope: Scope) -> QuerySet[Drive]:
    """Drives that opened in the period."""
    rows = Drive.objects.filter(state__in=PUBLIC, opens_on__range=(scope.first, scope.last))
    return scope.narrow(rows, drive="pk")


def gifts(scope: Scope) -> QuerySet[Gift]:
    """Donations of the period, reversals among them, so that their sum is right."""
    return scope.narrow(Gift.objects.filter(given_on__range=(scope.first, scope.last)), drive="drive")


def standing_gifts(scope: Scope) -> QuerySet[Gift]:
    """Donations of the period that stand."""
    return gifts(scope).filter(reverses=None, reversed_by=None)


def goods(scope: Scope) -> QuerySet[Goods]:
    """Things given in the period."""
    return scope.narrow(Goods.objects.standing().filter(given_on__range=(scope.first, scope.last)), drive="drive")


def drive_payments(scope: Scope) -> QuerySet[DrivePayment]:
    """What was paid out of drives in the period."""
    rows = DrivePayment.objects.paid().filter(paid_on__range=(scope.first, scope.last))
    return scope.narrow(rows, drive="drive", goal="goal")


def aid(scope: Scope) -> QuerySet[Aid]:
    """Aid paid in the period."""
    rows = Aid.objects.given().filter(paid_on__range=(scope.first, scope.last))
    return scope.narrow(rows, aid="pk", kind="kind")


def rescues(scope: Scope) -> QuerySet[Aid]:
    """One-off aid paid in the period."""
    return aid(scope).filter(kind=AidKind.ONE_OFF)


def households(scope: Scope) -> QuerySet[HardshipFile]:
    """Households on file on the period's last day."""
    still = Q(left_on=None) | Q(left_on__gt=scope.last)
    return scope.narrow(HardshipFile.objects.filter(still, filed_on__lte=scope.last), grade="grade")


def lifted(scope: Scope) -> QuerySet[HardshipFile]:
    """Households that left the file in the period, out of hardship."""
    return HardshipFile.objects.filter(left_on__range=(scope.first, scope.last))


def home_visits(scope: Scope) -> QuerySet[HomeVisit]:
    """Visits to such households at home in the period."""
    return HomeVisit.objects.filter(visited_on__range=(scope.first, scope.last))


def few(count: int, scope: Scope) -> bool:
    """Whether so few households could be told apart by whoever reads the number (PRI-06)."""
    return count < rulebook.value(SMALLEST, on=scope.last)


def rounds(scope: Scope) -> QuerySet[CheckRound]:
    """Rounds of health checks that began in the period."""
    rows = CheckRound.objects.exclude(state__in=(RoundState.DRAFT, RoundState.CANCELLED)).filter(
        begins_on__range=(scope.first, scope.last)
    )
    return scope.narrow(rows, round="pk")


def listed(scope: Scope) -> QuerySet[Check]:
    """Everybody on the list of such a round."""
    return Check.objects.filter(round__in=rounds(scope))


def examined(scope: Scope) -> QuerySet[Check]:
    """Who came."""
    return listed(scope).filter(state=CheckState.EXAMINED)


def declined(scope: Scope) -> QuerySet[Check]:
    """Who said they would not come."""
    return listed(scope).filter(state=CheckState.DECLINED)


def batches(scope: Scope) -> QuerySet[RestBatch]:
    """Recuperation held that began in the period."""
    return RestBatch.objects.filter(state=BatchState.DONE, begins_on__range=(scope.first, scope.last))


def rested(scope: Scope) -> QuerySet[Candidate]:
    """Who went."""
    return Candidate.objects.went().filter(batch__in=batches(scope))


def covers(scope: Scope) -> QuerySet[Cover]:
    """Covers in force on the period's last day."""
    return scope.narrow(Cover.objects.standing().filter(began_on__lte=scope.last, ends_on__gte=scope.last), plan="plan")


def claims_paid(scope: Scope) -> QuerySet[CoverClaim]:
    """What covers paid in the period."""
    return scope.narrow(CoverClaim.objects.filter(paid_on__range=(scope.first, scope.last)), plan="cover__plan")
