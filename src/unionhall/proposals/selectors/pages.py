"""Proposals as the special pages show them."""

from typing import Any

from django.db.models import Case, Count, IntegerField, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from unionhall.proposals.flow import LIVE_ASSIGNMENT, ReplyState
from unionhall.proposals.models import Assignment, Call, Proposal, Reply, Second
from unionhall.proposals.permissions import is_leader, oversees
from unionhall.proposals.selectors.lists import rows


def _counted(rows: QuerySet[Proposal]) -> Coalesce:
    """How many of the proposals each call has, as a subquery beside it."""
    numbers = rows.filter(call=OuterRef("pk")).order_by().values("call").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), 0)


def calls(user: Any) -> QuerySet[Call]:
    """Calls with what came of each, sheets and cases apart (PRO-09)."""
    return (
        Call.objects.visible_to(user)
        .select_related("session__term")
        .annotate(
            sheet_count=_counted(Proposal.objects.submitted()),
            case_count=_counted(Proposal.objects.cases()),
            answered_count=_counted(Proposal.objects.answered()),
        )
    )


def mine(user: Any) -> QuerySet[Proposal]:
    """What somebody moved, was asked to second or seconded, and the cases these were merged into; the newest first."""
    moved = Q(mover__person__user=user.pk, mover__person__user__isnull=False)
    sheets = Proposal.objects.filter(moved | Q(pk__in=Second.objects.of(user).values("proposal")))
    keys = Q(pk__in=sheets.values("pk")) | Q(pk__in=sheets.values("merged_into"))
    return rows(user).filter(keys).order_by("-call__opens_on", "-id")


def moved_by(user: Any) -> QuerySet[Proposal]:
    """What somebody moved; the newest first."""
    return mine(user).filter(mover__person__user=user.pk)


def seconded_by(user: Any) -> QuerySet[Proposal]:
    """What somebody confirmed to second; what they were only asked for, or refused, is not among it."""
    return mine(user).filter(pk__in=Second.objects.of(user).confirmed().values("proposal"))


def merged_with(user: Any) -> QuerySet[Proposal]:
    """The cases of others into which what somebody moved or seconded was merged."""
    sheets = Proposal.objects.filter(
        Q(mover__person__user=user.pk) | Q(pk__in=Second.objects.of(user).confirmed().values("proposal"))
    )
    return mine(user).filter(pk__in=sheets.values("merged_into")).exclude(pk__in=sheets.values("pk"))


def asked_of(user: Any) -> QuerySet[Second]:
    """Every second asked of somebody, newest first."""
    asked = Second.objects.of(user).select_related("proposal__call__session__term", "proposal__mover__person")
    return asked.order_by("-id")


def signed_for(user: Any) -> QuerySet[Reply]:
    """The signed replies of the cases a leader is in charge of, those to be seen first."""
    if not is_leader(user):
        return Reply.objects.none()
    charge = Q(proposal__leader=None) | Q(proposal__leader__user=user.pk)
    signed = Reply.objects.filter(charge).exclude(state=ReplyState.DRAFT)
    return signed.select_related("proposal__department", "proposal__call").order_by("-state", "proposal__due_on")


def assignments(user: Any) -> QuerySet[Assignment]:
    """Every department's share for who oversees, else those of one's own departments; open ones by due date first."""
    given = Assignment.objects.visible_to(user) if oversees(user) else Assignment.objects.visible_to(user).of(user)
    is_open = Case(When(state__in=LIVE_ASSIGNMENT, then=0), default=1)
    return given.select_related("proposal__call__session__term", "department").order_by(is_open, "due_on", "id")
