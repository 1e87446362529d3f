"""What stands on the page of one poll."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from unionhall.accounts.roles import in_office
from unionhall.ballots import selectors, subjects
from unionhall.ballots.flow import TELLERS, VOTED, State
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import NamedVote, Option, Poll, Result
from unionhall.ballots.permissions import manages


def standing(request: HttpRequest, poll: Poll) -> dict[str, Any]:
    """How far it has come: votes in while it is open, counts entered, the result once there is one."""
    result = Result.objects.visible_to(request.user).filter(poll=poll).select_related("poll").first()
    subject, obj = subjects.get(poll.subject_type), subjects.record(poll)
    return {
        "poll": poll,
        "turnout": None if poll.is_counted or poll.opened_at is None else selectors.turnout(poll),
        "differences": _differences(poll) if manages(request.user, poll) else [],
        "result": result,
        "parts": selectors.sheet(result) if result else [],
        "words": selectors.words(poll) if result and in_office(request.user) else [],
        "subject": obj,
        "subject_url": subject.url(obj, request.user) if subject and obj is not None else "",
    }


def _differences(poll: Poll) -> list[selectors.Difference]:
    """Between both tellers' counts, once both are in and only while they have to be compared."""
    if not poll.is_counted or poll.state not in (State.OPEN, State.CLOSED):
        return []
    counts = poll.latest_counts()
    return selectors.differences(poll, counts) if len(counts) == TELLERS else []


def options(poll: Poll, user: Any) -> QuerySet[Option]:
    """All that may be answered, question by question."""
    return Option.objects.filter(question__poll=poll).order_by("question__position", "position")


def named_votes(poll: Poll, user: Any) -> QuerySet[NamedVote]:
    """Who voted how in an open vote, once it is over."""
    votes = NamedVote.objects.filter(poll=poll).order_by("entry__group", "entry__label")
    return votes if poll.state in VOTED and poll.way == Way.NAMED else votes.none()


def is_named(user: Any, poll: Poll) -> bool:
    """Whether there is a list of who voted how."""
    return poll.way == Way.NAMED and manages(user, poll)


def people_count(user: Any, poll: Poll) -> bool:
    """Whether tellers count, for those who hold the poll."""
    return poll.is_counted and manages(user, poll)
