"""What the hall screen shows, read cheaply enough to be asked each second by everybody in the hall."""

from dataclasses import astuple, dataclass, replace
from hashlib import blake2b
from typing import Any

from unionhall.ballots.kinds import Kind
from unionhall.ballots.models import Poll
from unionhall.congress.flow import ItemState, State
from unionhall.congress.models import AgendaItem, Session
from unionhall.congress.rules.quorum import quorum_needed
from unionhall.rulebook.services import value


@dataclass(frozen=True)
class Showing:
    """Present of entitled, how many a quorum needs, and the item before the session with its state."""

    entitled: int
    present: int
    needed: int
    state: str
    item: str
    power: str
    presenter: str
    vote: str = ""
    lines: tuple[tuple[str, int, bool], ...] = ()  # option, votes, whether elected
    carried: bool | None = None

    @property
    def has_quorum(self) -> bool:
        """Whether the session may sit and vote now (CON-14)."""
        return 0 < self.needed <= self.present

    @property
    def state_words(self) -> str:
        """The session's state, where no item is before it."""
        return str(State(self.state).label)

    @property
    def tag(self) -> str:
        """A short name of exactly this showing, for the browser to ask whether it changed."""
        return f'"{blake2b(repr(astuple(self)).encode(), digest_size=12).hexdigest()}"'


def showing(session: Session) -> Showing:
    """What is to be seen now; four queries, and one more once a result is declared."""
    entitled, present = session.roll()
    item: AgendaItem | None = session.items.filter(state=ItemState.CALLED).first()
    poll = item.latest_poll() if item else None
    return Showing(
        **(_vote(poll) if poll else {}),
        entitled=entitled,
        present=present,
        needed=quorum_needed(entitled, value("congress.quorum", session.held_on)) if entitled else 0,
        state=session.state,
        item=item.title if item else "",
        power=item.power if item else "",
        presenter=item.presenter if item else "",
    )


def planned(session: Session, now: Showing) -> Showing:
    """The same with those who will be entitled as the term's delegates stand: the roll is drawn up at the call."""
    serving = session.term.delegates.on(session.held_on).count()
    share = value("congress.quorum", session.held_on)
    return replace(now, entitled=serving, needed=quorum_needed(serving, share) if serving else 0)


def _vote(poll: Poll) -> dict[str, Any]:
    """The state of a vote; its numbers only once they are declared and published, never while votes come in."""
    result = getattr(poll, "result", None)
    if result is None or result.is_withheld or not poll.shows_result:
        return {"vote": poll.state}
    if poll.kind == Kind.APPRAISAL:  # several tables: for the result sheet, not for a screen
        return {"vote": poll.state}
    lines = result.lines.select_related("option").order_by("option__position")
    return {
        "vote": poll.state,
        "lines": tuple((line.option.label, line.votes, line.is_elected) for line in lines),
        "carried": result.carried,
    }
