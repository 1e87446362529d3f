"""The rows that figures count, for a scope: those of sessions that sat and whose first day lies in it."""

from typing import Any

from django.db.models import QuerySet

from unionhall.congress.flow import TOOK_PLACE, ItemState, JointState, MotionState
from unionhall.congress.models import (
    AgendaItem,
    Attendee,
    Delegate,
    DiscussionNote,
    JointMeeting,
    Motion,
    Resolution,
    Session,
)
from unionhall.figures.scope import Scope
from unionhall.kernel.spans import runs_on


def _during(rows: QuerySet[Any], scope: Scope, path: str, power: str = "power") -> QuerySet[Any]:
    """`rows` of the sessions held in the scope, reached by `path`, under the filters that are set."""
    prefix = f"{path}__" if path else ""
    held = {f"{prefix}state__in": TOOK_PLACE, f"{prefix}held_on__range": (scope.first, scope.last)}
    return scope.narrow(rows.filter(**held), session=path or "pk", kind=f"{prefix}term__kind", role="role", power=power)


def session_before(session: Session, scope: Scope) -> Session | None:
    """The last session of the same congress held in the scope before this one: what it is compared with."""
    earlier = Session.objects.held_within(scope.first, scope.last).filter(term__kind=session.term.kind)
    return earlier.filter(held_on__lt=session.held_on).order_by("held_on").last()


def held(scope: Scope) -> QuerySet[Session]:
    """The sessions themselves."""
    return _during(Session.objects.all(), scope, "")


def roll(scope: Scope) -> QuerySet[Attendee]:
    """The places on their rolls."""
    return _during(Attendee.objects.delegates(), scope, "session")


def came(scope: Scope) -> QuerySet[Attendee]:
    """Everybody who came, with a vote or without."""
    return _during(Attendee.objects.came(), scope, "session")


def delegates_came(scope: Scope) -> QuerySet[Attendee]:
    """The delegates who came."""
    return _during(Attendee.objects.delegates().came(), scope, "session")


def items(scope: Scope) -> QuerySet[AgendaItem]:
    """What came before them."""
    return _during(AgendaItem.objects.exclude(state__in=[ItemState.PLANNED, ItemState.WITHDRAWN]), scope, "session")


def heard(scope: Scope) -> QuerySet[AgendaItem]:
    """The reports they heard."""
    return _during(AgendaItem.objects.heard(), scope, "session")


def notes(scope: Scope) -> QuerySet[DiscussionNote]:
    """What delegations said of their items."""
    return _during(DiscussionNote.objects.all(), scope, "item__session", power="item__power")


def motions(scope: Scope) -> QuerySet[Motion]:
    """What was handed in to them and not taken back."""
    return _during(Motion.objects.exclude(state=MotionState.WITHDRAWN), scope, "session")


def joint_meetings(scope: Scope) -> QuerySet[JointMeeting]:
    """The joint meetings held in the scope."""
    held = JointMeeting.objects.filter(
        state__in=(JointState.HELD, JointState.REPORTED), held_on__range=(scope.first, scope.last)
    )
    return scope.narrow(held, kind="term__kind")


def resolutions(scope: Scope) -> QuerySet[Resolution]:
    """What they resolved, on its own day."""
    adopted = Resolution.objects.filter(adopted_on__range=(scope.first, scope.last))
    return scope.narrow(adopted, session="session", kind="session__term__kind", power="item__power")


def serving(scope: Scope) -> QuerySet[Delegate]:
    """The delegates in their seats on the last day."""
    last = scope.as_of
    seats = Delegate.objects.on(last).filter(runs_on(last, last="term__closed_on"))
    return scope.narrow(seats, kind="term__kind")
