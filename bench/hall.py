"""A session over HTTP: delegates check in and vote by name, and screens in the hall that see what changes."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from threading import Thread
from time import perf_counter, sleep

from django.urls import reverse

from bench import crowd, server
from bench.measure import Measure, percentile
from bench.server import Answer, Request, Screen
from unionhall.accounts.models import Union, User
from unionhall.accounts.tenancy import in_union
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import NamedVote, Poll
from unionhall.congress import codes, services
from unionhall.congress.flow import ItemState, State
from unionhall.congress.kinds import Congress, Role
from unionhall.congress.models import AgendaItem, Attendee, Delegate, Session, Term
from unionhall.congress.rules.powers import Power
from unionhall.kernel import clock, planner
from unionhall.people.models import Person

FEW, MANY, CLIENTS, DESKS = 200, 2000, 8, 4
SCREENS, ASKS_EVERY, WATCHED = 500, 0.85, 8.0


def measures() -> Iterator[Measure]:
    """A union of 2,000 members: a session of 200 of them, then one of all."""
    union = Union.objects.create(code="hall", name="会堂工会")
    with in_union(union):
        crowd.settle(union, MANY)
        clerk = crowd.clerk(union)
        few, many = _session(Congress.STAFF, FEW), _session(Congress.MEMBERS, MANY)
        planner.refresh()
        with server.serving() as port:
            yield _sitting(port, few, clerk)
            _here(many, clerk)
            yield _vote(port, many, clerk, CLIENTS, "≥ 400/s, p95 ≤ 40 ms")
            yield _screens(port, many, clerk)


def _session(kind: str, size: int) -> Session:
    """A session called for today, with as many delegates."""
    today = clock.today()
    term = Term.objects.create(
        kind=kind, number=1, began_on=today, ends_on=today + timedelta(days=365), staff_count=size,
        women_count=0, seats=size,
    )  # fmt: skip
    people = list(Person.objects.order_by("staff_no")[:size])
    crowd.write(Delegate, [Delegate(term=term, person=person, began_on=today) for person in people])
    session = Session.objects.create(
        term=term, number=1, held_on=today, ends_on=today, venue="会堂", state=State.CONVENED
    )
    delegates = term.delegates.select_related("person")
    rows = [
        Attendee(session=session, role=Role.DELEGATE, delegate=one, person=one.person, name=one.person.name)
        for one in delegates
    ]
    crowd.write(Attendee, rows)
    return session


def _here(session: Session, clerk: User) -> None:
    session.attendees.update(came_at=clock.now(), checked_in_by=clerk, how="desk")


def _sitting(port: int, session: Session, clerk: User) -> Measure:
    """Everybody comes to one of four desks, then everybody votes."""
    path, desk = reverse("congress.check_in", args=[session.pk]), server.session_of(clerk)
    tickets = session.attendees.values_list("pk", flat=True)
    arrivals = [Request(desk, "POST", path, (("code", codes.signed(ticket)),)) for ticket in tickets]
    came, coming = server.load(port, arrivals, DESKS)
    poll, votes = _opened(session, clerk)
    cast, voting = server.load(port, votes, CLIENTS)
    return Measure(
        f"{FEW} delegates check in at {DESKS} desks and vote by name",
        "within 60 s, no error, none lost, p95 ≤ 300 ms",
        f"{coming:.1f} + {voting:.1f} s, p95 {_slow(came)} and {_slow(cast)}, {session.roll()[1]} came, {_kept(poll)}"
        + _wrong([*came, *cast]),
    )


def _vote(port: int, session: Session, clerk: User, clients: int, target: str) -> Measure:
    poll, votes = _opened(session, clerk)
    answers, taken = server.load(port, votes, clients)
    return Measure(
        f"named electronic vote of {len(votes):,} delegates, {clients} clients",
        target,
        f"{len(answers) / taken:.0f}/s, p95 {_slow(answers)}, {_kept(poll)}" + _wrong(answers),
    )


def _opened(session: Session, clerk: User) -> tuple[Poll, list[Request]]:
    """A vote on a report, open among those there, and each one's request."""
    if session.state == State.CONVENED:
        services.open_session(session, by=clerk)
    item = AgendaItem.objects.create(
        session=session, position=1, title="工作报告", power=Power.DELIBERATE, state=ItemState.CALLED
    )
    poll = services.open_vote(item, by=clerk, way=Way.NAMED)
    question = poll.questions.get()
    choice = (question.pk.hex, question.options.all()[0].pk.hex)
    path = reverse("my.votes.show", args=[poll.pk])
    users = [row.user for row in poll.roll.select_related("user")]
    sessions = [server.session_of(user) for user in users]
    return poll, [
        Request(key, "POST", path, (("once", f"vote-{number}"), choice)) for number, key in enumerate(sessions)
    ]


def _screens(port: int, session: Session, clerk: User) -> Measure:
    """Each screen asks again after the time the page says; meanwhile one delegate leaves and is counted no longer."""
    users = [row.person.user for row in session.attendees.select_related("person__user")[:SCREENS]]
    path = reverse("congress.hall.now", args=[session.pk])
    screens = [Screen(server.session_of(user), path) for user in users]
    changed: list[float] = []
    change = Thread(target=_somebody_leaves, args=(session, changed))
    change.start()
    rate, wrong = server.watch(port, screens, every=ASKS_EVERY, seconds=WATCHED)
    change.join()
    seen = [screen.changed_at - changed[0] for screen in screens if screen.changed_at]
    return Measure(
        f"{SCREENS} screens that ask every {ASKS_EVERY} s see a change",
        "within a second",
        f"{len(seen)} saw it, half within {percentile(seen, 0.5):.2f} s, p95 {percentile(seen, 0.95):.2f} s, the last "
        f"after {max(seen, default=0):.2f} s; {rate:.0f} questions/s, {wrong} errors",
    )


def _somebody_leaves(session: Session, changed: list[float]) -> None:
    sleep(WATCHED / 2)
    with in_union(session.union):
        Attendee.objects.filter(pk=session.attendees.first().pk).update(left_at=clock.now())
    changed.append(perf_counter())


def _kept(poll: Poll) -> str:
    return f"{NamedVote.objects.filter(poll=poll).count():,} votes kept"


def _slow(answers: Sequence[Answer]) -> str:
    return f"{percentile([answer.taken * 1000 for answer in answers], 0.95):.0f} ms"


def _wrong(answers: Sequence[Answer]) -> str:
    wrong = sum(answer.status != 302 for answer in answers)
    return f", {wrong} errors" if wrong else ", no error"
