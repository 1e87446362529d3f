"""What several verbs ask before they act."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.flows import Blocked, NotAllowed
from unionhall.flows import given as given  # asked here by every verb
from unionhall.proposals.models import Proposal
from unionhall.proposals.permissions import manages

MOVING = ("state", "version", "round", "outcome", "merged_into", "withdrawal_reason", "due_on")


def by_committee(by: User) -> None:
    """Raise NotAllowed outside the proposals committee and the union's office."""
    if not manages(by):
        raise NotAllowed(_("只有提案委员会和工会办公室可以办理。"))


def lock(*proposals: Proposal) -> None:
    """Hold rows until the transaction ends and read anew what others may have changed, so that what is checked is what is
    written. Always in the order of their keys, so that two who lock the same rows never wait for each other.
    """
    for proposal in sorted(proposals, key=lambda one: one.pk):
        held: QuerySet = Proposal.objects.select_for_update()
        proposal.refresh_from_db(fields=MOVING, from_queryset=held)


def free_of(problem: Any) -> None:
    """Raise Blocked with the problem, if there is one."""
    if problem:
        raise Blocked(str(problem))
