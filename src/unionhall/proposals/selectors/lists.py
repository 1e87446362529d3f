"""The lists people work from."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from unionhall.accounts.roles import Role, departments_where
from unionhall.kernel import clock
from unionhall.proposals.flow import IN_HAND, WRITING, ReplyState, State
from unionhall.proposals.models import Assignment, Call, Proposal, Reply, Second
from unionhall.proposals.permissions import is_leader
from unionhall.proposals.rules.text import likeness
from unionhall.rulebook.services import value

RELATED = ("call__session__term", "mover__person", "mover__delegation", "department", "merged_into")


def _counted(rows: QuerySet) -> Coalesce:
    grouped = rows.filter(proposal=OuterRef("pk")).order_by().values("proposal").annotate(n=Count("pk"))
    return Coalesce(Subquery(grouped.values("n")), 0)


def rows(user: Any) -> QuerySet[Proposal]:
    """The proposals this reader may see, with `second_count` (standing seconds) and `sheet_count` (份 in the case)."""
    others = Proposal.objects.filter(merged_into=OuterRef("pk")).order_by().values("merged_into")
    merged = others.annotate(n=Count("pk")).values("n")
    return (
        Proposal.objects.visible_to(user)
        .select_related(*RELATED)
        .annotate(second_count=_counted(Second.objects.standing()), sheet_count=Coalesce(Subquery(merged), 0) + 1)
    )


def handed_in(user: Any) -> QuerySet[Proposal]:
    """What the committee's desk lists: what was handed in, late ones and those taken back included."""
    return rows(user).filter(submitted_on__isnull=False)


def mine(user: Any) -> QuerySet[Proposal]:
    """What somebody moved, was asked to second or seconded."""
    own = Q(mover__person__user=user.pk, mover__person__user__isnull=False)
    return rows(user).filter(own | Q(pk__in=Second.objects.of(user).values("proposal")))


def public(user: Any) -> QuerySet[Proposal]:
    """The progress of proposals for every member: to be shown without movers, seconders, opinions and ratings."""
    return Proposal.objects.public_to(user).select_related("call__session__term", "department", "merged_into")


def to_second(user: Any) -> QuerySet[Second]:
    """The seconds somebody still has to give or refuse."""
    waiting = Second.objects.of(user).waiting().filter(proposal__state__in=WRITING)
    return waiting.select_related("proposal__mover__person", "proposal__call")


def to_consent(user: Any) -> QuerySet[Second]:
    """The seconds whose proposal its mover wants to take back, not yet agreed to."""
    asked = Second.objects.of(user).confirmed().filter(consented_at=None).exclude(proposal__withdrawal_reason="")
    return asked.exclude(proposal__state=State.WITHDRAWN).select_related("proposal__mover__person")


def to_rate(user: Any) -> QuerySet[Proposal]:
    """The cases whose reply a mover has not rated."""
    moved = Q(mover__person__user=user.pk) | Q(merged__mover__person__user=user.pk)
    open_ones = Proposal.objects.filter(moved, state__in=(State.ANSWERED, State.RATED))
    rated = Q(ratings__delegate__person__user=user.pk, ratings__reply__round=F("round"))
    done = Proposal.objects.filter(rated).values("pk")
    return open_ones.exclude(pk__in=done).distinct()


def shares(user: Any) -> QuerySet[Assignment]:
    """What the departments somebody acts for were given, by due date."""
    given = Assignment.objects.of(user).select_related("proposal__call__session__term", "department", "meeting")
    return given.order_by("due_on", "id")


def owed(user: Any) -> QuerySet[Assignment]:
    """Those shares on which something is still to be done."""
    return shares(user).live()


def to_sign(user: Any) -> QuerySet[Reply]:
    """The drafted replies that wait for the signature of a department's head."""
    own = departments_where(user, Role.DEPARTMENT_HEAD)
    waiting = Reply.objects.filter(state=ReplyState.DRAFT, proposal__state__in=IN_HAND, proposal__department__in=own)
    return waiting.select_related("proposal__department", "proposal__call")


def to_see(user: Any) -> QuerySet[Reply]:
    """The signed replies that wait for the leader in charge."""
    if not is_leader(user):
        return Reply.objects.none()
    charge = Q(proposal__leader=None) | Q(proposal__leader__user=user.pk)
    waiting = Reply.objects.filter(charge, state=ReplyState.SIGNED)
    return waiting.select_related("proposal__department", "proposal__call")


def open_calls() -> QuerySet[Call]:
    """The calls open today."""
    return Call.objects.open_on(clock.today()).select_related("session__term")


@dataclass(frozen=True)
class Alike:
    """A proposal that resembles a text, and how much."""

    proposal: Proposal
    share: Fraction


def similar(user: Any, text: str, *, but: Proposal | None = None, most: int = 5) -> list[Alike]:
    """What resembles a text among what the reader may see or every member may know of, the likest first.

    Whoever drafts sees that it was asked before, and by how much of it. Reads title and remedy of every one of them.
    """
    open_to_all = Proposal.objects.public_to(user).values("pk")
    seen = Proposal.objects.filter(Q(pk__in=open_to_all) | Q(pk__in=Proposal.objects.visible_to(user).values("pk")))
    seen = seen.exclude(pk=but.pk) if but else seen
    found = sorted(_alike(seen, text), key=lambda one: one.share, reverse=True)
    return found[:most]


def _alike(seen: QuerySet[Proposal], text: str) -> Iterator[Alike]:
    least = value("proposals.similar_share")
    for proposal in seen.select_related("call__session__term", "department"):
        share = likeness(text, f"{proposal.title}\n{proposal.remedy}")
        if share >= least:
            yield Alike(proposal, share)
