"""A session from its preparation to the archive."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.calendar import services as calendar
from unionhall.congress.flow import FLOW
from unionhall.congress.kinds import Congress, Role
from unionhall.congress.models import Attendee, ChecklistStep, Session, Term
from unionhall.congress.rules.checklist import TASKS, Task
from unionhall.congress.services import checks
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors import users_with
from unionhall.rulebook.services import value
from unionhall.search.services import reindex


@transaction.atomic
def prepare(*, by: User, term: Term, held_on: date, venue: str, ends_on: date | None = None, **facts: Any) -> Session:
    """Begin to prepare the term's next session, with its checklist counted from its days; owners are told what they owe.

    Raises Blocked for a day outside the term, or beside a session that is of the same congress or on another day.
    """
    checks.by_office(by)
    checks.runs(term)
    last = term.sessions.order_by("-number").first()
    number = last.number + 1 if last else 1
    session = Session(term=term, number=number, held_on=held_on, ends_on=ends_on or held_on, venue=venue, **facts)
    _check_days(session)
    _check_joint(session)
    session.save(force_insert=True)
    audit.record("congress.prepare", session, by=by, after=audit.snapshot(session, ["number", "held_on", "venue"]))
    _draw_checklist(session)
    return session


@transaction.atomic
def amend(session: Session, *, by: User, reason: str, **facts: Any) -> None:
    """Change facts of a session still ahead, with a reason; steps not yet done are counted anew."""
    FLOW.check(session, "amend", by=by)
    reason = checks.given(reason, _("请写明修改理由。"))
    planned = Session.objects.get(pk=session.pk)
    for name, fact in facts.items():
        setattr(planned, name, fact)
    _check_days(planned)
    _check_joint(planned)
    FLOW.fire(session, "amend", by=by, note=reason, fields=facts)
    session.steps.filter(done_on=None).delete()
    _draw_checklist(session)
    reindex(Session.objects.filter(pk=session.pk))


def _check_days(session: Session) -> None:
    term = session.term
    if not term.began_on <= session.held_on <= (term.closed_on or term.ends_on):
        raise Blocked(
            _("%(term)s自%(first)s至%(last)s，会议日期不在本届任期内（CON-09）。")
            % {"term": term, "first": day(term.began_on), "last": day(term.closed_on or term.ends_on)}
        )
    if session.ends_on < session.held_on:
        raise Blocked(_("闭会日期早于开会日期。"))


def _check_joint(session: Session) -> None:
    other = session.joint_with
    if other and (other.term.kind == session.term.kind or other.held_on != session.held_on):
        raise Blocked(_("合并召开的应是另一个代表大会同一天的会议，名册、签到、表决和决议各自办理（ORG-15）。"))


def _draw_checklist(session: Session) -> None:
    done = set(session.steps.values_list("key", flat=True))
    tasks = [task for task in TASKS if task.key not in done and _concerns(task, session)]
    ChecklistStep.objects.bulk_create([_step(session, task) for task in tasks])
    for task in tasks:
        due = session.steps.get(key=task.key).due_on
        notices.after_commit("congress.owed", session, to=users_with(*task.owners), step=task.label, due=day(due))


def _concerns(task: Task, session: Session) -> bool:
    return not task.for_members or session.term.kind == Congress.MEMBERS


def _step(session: Session, task: Task) -> ChecklistStep:
    count = value(task.rule, session.held_on)
    if task.before:
        due = calendar.before(session.held_on, count, task.unit)
    else:
        due = calendar.add(session.ends_on, count, task.unit)
    return ChecklistStep(session=session, key=task.key, due_on=due.day, is_provisional=due.provisional)


@transaction.atomic
def tick(session: Session, *, by: User, step: ChecklistStep, done_on: date) -> None:
    """Note that something on the checklist is done, on a day up to today."""
    FLOW.check(session, "tick", by=by)
    if done_on > clock.today():
        raise Blocked(_("完成日期在今天以后。"))
    step.done_on, step.done_by = done_on, by
    step.save(update_fields=["done_on", "done_by"])
    audit.record("congress.tick", session, by=by, after={"step": step.key, "done_on": done_on})


@transaction.atomic
def convene(session: Session, *, by: User) -> None:
    """Call the delegates: the roll is drawn up and everybody on it is told (guards: CON-08, CON-10)."""
    FLOW.fire(session, "convene", by=by)
    _draw_roll(session)
    people = session.attendees.values("person__user")
    told = User.in_union.filter(pk__in=people, is_active=True)
    notices.after_commit("congress.convened", session, to=told, day=day(session.held_on), venue=session.venue)


@transaction.atomic
def redraw(session: Session, *, by: User) -> None:
    """Bring the roll up to date with by-elections and recalls before the session opens."""
    FLOW.fire(session, "redraw", by=by)
    _draw_roll(session)


def _draw_roll(session: Session) -> None:
    serving = session.term.delegates.on(session.held_on).select_related("person")
    session.attendees.delegates().exclude(delegate__in=serving).delete()
    session.attendees.exclude(role=Role.DELEGATE).filter(person__in=serving.values("person")).delete()
    Attendee.objects.bulk_create(
        [
            Attendee(session=session, role=Role.DELEGATE, delegate=one, person=one.person, name=one.person.name)
            for one in serving.exclude(pk__in=session.attendees.delegates().values("delegate"))
        ]
    )


def open_session(session: Session, *, by: User) -> None:
    """Open it with a quorum; the numbers at that moment stay with it (CON-14)."""
    entitled, present = session.roll()
    fields = {"entitled": entitled, "present": present, "opened_at": clock.now()}
    FLOW.fire(session, "open", by=by, fields=fields)


def close(session: Session, *, by: User) -> None:
    """Close it, every item settled."""
    FLOW.fire(session, "close", by=by, fields={"closed_at": clock.now()})


@transaction.atomic
def write_minutes(session: Session, *, by: User, minutes: str) -> None:
    """Write, or write anew, what happened."""
    text = checks.given(minutes, _("请写会议纪要。"))
    FLOW.fire(session, "write_minutes", by=by, fields={"minutes": text})
    reindex(Session.objects.filter(pk=session.pk))


@transaction.atomic
def file(session: Session, *, by: User, filed_on: date, filing: str) -> None:
    """Note that the upper union was told (CON-22), on a day after the session and up to today."""
    filing = checks.given(filing, _("请填上报文号。"))
    if not session.ends_on <= filed_on <= clock.today():
        raise Blocked(_("上报日期应在闭会之后、今天以前。"))
    FLOW.fire(session, "file", by=by, fields={"filed_on": filed_on, "filing": filing})
    session.steps.filter(key="report_up").update(done_on=filed_on, done_by=by)


def archive(session: Session, *, by: User) -> None:
    """Close the file: minutes, publication and report are there (CON-22)."""
    FLOW.fire(session, "archive", by=by)


@transaction.atomic
def cancel(session: Session, *, by: User, reason: str) -> None:
    """Call it off; everybody called is told why."""
    reason = checks.given(reason, _("请写明取消的理由，代表会看到。"))
    FLOW.fire(session, "cancel", by=by, note=reason)
    told = User.in_union.filter(pk__in=session.attendees.values("person__user"), is_active=True)
    notices.after_commit("congress.cancelled", session, to=told, reason=reason)
