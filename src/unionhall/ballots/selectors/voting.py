"""Where one voter stands."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from unionhall.accounts.asked import Lookup
from unionhall.ballots.kinds import Way
from unionhall.ballots.models import NamedVote, Poll, RollEntry, Turnout

_entry: Lookup[RollEntry] = Lookup(
    lambda user, poll, day: RollEntry.objects.filter(poll=poll, user=user).select_related("poll").order_by()
)


def entry_of(user: Any, poll: Poll | UUID) -> RollEntry | None:
    """One's line on the roll of a poll, with the poll; one query."""
    return _entry.first(user.pk, poll.pk if isinstance(poll, Poll) else poll)


def has_voted(poll: Poll, entry: RollEntry) -> bool:
    """Whether this voter's vote is in; of papers and hands nobody knows here."""
    votes = NamedVote if poll.way == Way.NAMED else Turnout
    return votes.objects.filter(poll=poll, entry=entry).exists()


def own_vote(poll: Poll, entry: RollEntry) -> NamedVote | None:
    """What one chose in an open vote; a secret answer is known to nobody."""
    return NamedVote.objects.filter(poll=poll, entry=entry).select_related("option").first()


def turnout(poll: Poll) -> int:
    """How many votes are in: no secret, and all that is known before closing."""
    return poll.named_votes.count() if poll.way == Way.NAMED else poll.turnouts.count()


def mine(user: Any) -> QuerySet[Poll]:
    """The polls that concern one, newest first."""
    return Poll.objects.concerning(user).order_by("-opened_at")
