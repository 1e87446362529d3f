"""What several verbs ask before they act."""

from typing import Any

from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import in_office
from unionhall.congress.models import Term
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.flows import given as given  # asked here by every verb


def by_office(by: User) -> None:
    """Raise NotAllowed outside the union's office."""
    if not in_office(by):
        raise NotAllowed(_("只有工会办公室可以办理代表大会的事务。"))


def runs(term: Term) -> None:
    """Raise WrongState for a term that the next one has followed."""
    if term.closed_on:
        raise WrongState(_("%(term)s已经换届，不能再改动。") % {"term": term})


def of_term(part: Any, term: Term) -> None:
    """Raise Blocked when a constituency, delegation or delegate belongs to another term."""
    if part is not None and part.term_id != term.pk:
        raise Blocked(_("“%(part)s”不属于%(term)s。") % {"part": part, "term": term})


def free_of(problem: str | None) -> None:
    """Raise Blocked with the problem, if there is one."""
    if problem:
        raise Blocked(problem)
