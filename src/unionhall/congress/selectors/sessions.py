"""Terms, sessions, items and resolutions as their pages show them."""

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.congress import codes
from unionhall.congress.flow import ALIVE
from unionhall.congress.models import AgendaItem, Attendee, ChecklistStep, Delegate, Resolution, Session, Term
from unionhall.congress.rules.checklist import TASKS
from unionhall.kernel.text import squeezed


def _counted(rows: QuerySet[Any], by: str) -> Coalesce:
    """How many rows there are of each `by`, as a subquery beside the outer row."""
    numbers = rows.filter(**{by: OuterRef("pk")}).order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), 0)


def terms(user: Any) -> QuerySet[Term]:
    """Terms with the delegates who serve in them."""
    serving = _counted(Delegate.objects.serving(), "term")
    return Term.objects.visible_to(user).annotate(delegate_count=serving)


def sessions(user: Any) -> QuerySet[Session]:
    """Sessions with those entitled and those there, now or at the end."""
    roll = Attendee.objects.delegates()
    shown = Session.objects.visible_to(user).select_related("term", "joint_with__term")
    return shown.annotate(
        entitled_count=_counted(roll, "session"),
        present_count=_counted(roll.came(), "session"),
        people_count=_counted(Attendee.objects.came(), "session"),
    )


def items(user: Any) -> QuerySet[AgendaItem]:
    """Items with their sessions."""
    return AgendaItem.objects.visible_to(user).select_related("session__term")


def resolutions(user: Any) -> QuerySet[Resolution]:
    """Resolutions with their sessions and what they replaced."""
    return Resolution.objects.visible_to(user).select_related("session__term", "item", "replaces")


def present(session: Session) -> QuerySet[Attendee]:
    """The delegates who are there: who may vote now."""
    return session.attendees.delegates().here().select_related("person__user", "delegate__delegation")


def attendees(session: Session) -> QuerySet[Attendee]:
    """Everybody called or invited, delegates by delegation first."""
    return session.attendees.select_related("person__department", "delegate__delegation")


def at_desk(session: Session, code: str) -> list[Attendee]:
    """Whom a scanned code, a staff number or a name means, among those of this session; several for namesakes."""
    rows = attendees(session)
    if ":" in code:
        return list(rows.filter(pk=codes.opened(code.strip())))
    typed = squeezed(code)
    return list(rows.filter(Q(person__staff_no=typed) | Q(name=typed))[:10]) if typed else []


def owed(roles: Any) -> QuerySet[ChecklistStep]:
    """What is not done yet of sessions alive, for those who hold one of the roles."""
    keys = [task.key for task in TASKS if set(task.owners) & set(roles)]
    steps = ChecklistStep.objects.filter(done_on=None, key__in=keys, session__state__in=ALIVE)
    return steps.select_related("session__term")
