"""What a poll is prepared from, as plain values: voters, candidates, questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from unionhall.accounts.models import User


@dataclass(frozen=True)
class Voter:
    """Somebody who may vote: the upper module's own key of the person, the name on the roll, the account if there is one."""

    key: UUID
    label: str
    user: User | None = None
    group: str = ""


@dataclass(frozen=True)
class Candidate:
    """Somebody to elect; `key` is the one the roll knows them by."""

    label: str
    key: UUID | None = None
    user: User | None = None


@dataclass(frozen=True)
class Choice:
    """One answer offered, and what it stands for."""

    label: str
    stance: str = "none"
    key: UUID | None = None
    user: User | None = None


@dataclass(frozen=True)
class Ask:
    """One question with its choices, of which `most` may be marked; `is_text` is answered in words and offers none."""

    text: str
    choices: Sequence[Choice] = field(default_factory=tuple)
    most: int = 1
    is_text: bool = False


def voter_of(user: User) -> Voter:
    """An account as a voter, where the office asks accounts and no module above has keys of its own."""
    return Voter(uuid4(), user.name, user)
