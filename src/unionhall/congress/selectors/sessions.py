"""Terms, sessions, items and resolutions as their pages show them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from unionhall.congress import codes
from unionhall.congress.flow import ALIVE, ItemState
from unionhall.congress.flow.items import papers_problem
from unionhall.congress.models import (
    AgendaItem,
    Attendee,
    ChecklistStep,
    Constituency,
    Delegate,
    JointMatter,
    JointMeeting,
    Motion,
    Resolution,
    Session,
    Term,
)
from unionhall.congress.rules.checklist import TASKS
from unionhall.kernel import clock
from unionhall.kernel.text import squeezed
from unionhall.pages.values import day


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


def constituencies(user: Any) -> QuerySet[Constituency]:
    """Constituencies with the delegates who serve for them."""
    shown = Constituency.objects.visible_to(user).select_related("term", "unit")
    return shown.annotate(elected_count=_counted(Delegate.objects.serving(), "constituency"))


def motions(user: Any) -> QuerySet[Motion]:
    """Motions with their sessions and movers."""
    return Motion.objects.visible_to(user).select_related("session__term", "delegation", "item")


def joint_meetings(user: Any) -> QuerySet[JointMeeting]:
    """Joint meetings with the number of their matters."""
    shown = JointMeeting.objects.visible_to(user).select_related("term", "reported_to__term")
    return shown.annotate(matter_count=_counted(JointMatter.objects.all(), "meeting"))


def items(user: Any) -> QuerySet[AgendaItem]:
    """Items with their sessions."""
    return AgendaItem.objects.visible_to(user).select_related("session__term", "resolution")


def resolutions(user: Any) -> QuerySet[Resolution]:
    """Resolutions with their sessions and what they replaced."""
    return Resolution.objects.visible_to(user).select_related("session__term", "item", "replaces")


def present(session: Session) -> QuerySet[Attendee]:
    """The delegates who are there: who may vote now."""
    return session.attendees.delegates().here().select_related("person__user", "delegate__delegation")


def attendees(session: Session) -> QuerySet[Attendee]:
    """Everybody called or invited, delegates by delegation first."""
    return session.attendees.select_related("person__department", "delegate__delegation")


@dataclass(frozen=True)
class Group:
    """A delegation, or those of another role, at the door: how many came of how many, and who has not."""

    name: str
    key: str
    came: int
    all: int
    absent: list[Attendee]


def absent(session: Session) -> list[Group]:
    """Everybody called or invited who has not come, by delegation, those without a vote by their role."""
    rows = attendees(session).order_by("role", "delegate__delegation__name", "person__staff_no", "id")
    groups: dict[str, list[Attendee]] = {}
    for row in rows:
        seat = row.delegate
        name = str(seat.delegation) if seat and seat.delegation else str(row.get_role_display())
        groups.setdefault(name, []).append(row)
    return [
        Group(name, str(at), sum(row.came_at is not None for row in people), len(people),
              [row for row in people if row.came_at is None])
        for at, (name, people) in enumerate(groups.items())
    ]  # fmt: skip


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


def on_agenda(session: Session) -> QuerySet[AgendaItem]:
    """Its items that were not withdrawn, in their order."""
    return session.items.exclude(state=ItemState.WITHDRAWN)


def missing(session: Session) -> list[str]:
    """What is not ready yet when a session is to be called: papers, presidium, and each step that is due before it."""
    told = [
        f"{item.position}. {item.title}：{problem}" for item in on_agenda(session) if (problem := papers_problem(item))
    ]
    if not session.presidium.exists():
        told.append(_("还没有确定主席团。"))
    today = clock.today()
    for step in session.steps.filter(done_on=None, key__in=[task.key for task in TASKS if task.before]):
        words = (
            _("%(step)s：已过期限（%(day)s），没有登记完成。")
            if step.due_on < today
            else _("%(step)s：%(day)s前办理。")
        )
        told.append(words % {"step": step.label, "day": day(step.due_on)})
    return told
