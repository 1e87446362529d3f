"""Who may do what with polls: the whole policy on one screen.

The office holds every poll, and so does whoever the poll's subject names. Two tellers count, and nobody sees a count
before its time. A voter sees the polls on whose roll they stand, once opened.
"""

from typing import Any

import rules

from unionhall.accounts.roles import in_office, is_signed_in
from unionhall.ballots import subjects

may_prepare = in_office


@rules.predicate
def holds_polls(user: Any, poll: Any = None) -> bool:
    """Somebody whom a module above lets hold polls of its records."""
    return is_signed_in(user) and subjects.holds_some(user)


@rules.predicate
def holds_subject(user: Any, poll: Any = None) -> bool:
    """Somebody whom the poll's subject lets hold it: the module above says who."""
    return poll is not None and is_signed_in(user) and subjects.manages(user, poll)


@rules.predicate
def is_teller(user: Any, poll: Any = None) -> bool:
    """One of the poll's tellers."""
    return poll is not None and is_signed_in(user) and poll.tellers.filter(user=user).exists()


may_list = in_office | holds_polls
manages = in_office | holds_subject
