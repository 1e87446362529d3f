"""To whom a notice about proposals goes."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.kernel import clock
from unionhall.people.models import Post
from unionhall.people.selectors import users_with
from unionhall.proposals.models import Proposal, Second
from unionhall.proposals.permissions import ACTING


def acting_for(departments: Iterable[UUID | None], *roles: str) -> QuerySet[User]:
    """Handlers and heads of some departments today, or only those with one of `roles`."""
    posts = Post.objects.held(clock.today()).filter(
        seat__role__in=roles or ACTING, seat__body__department__in=[one for one in departments if one]
    )
    return User.in_union.filter(pk__in=posts.values("person__user"), is_active=True)


def committee() -> QuerySet[User]:
    """The members of the proposals committee."""
    return users_with(Role.PROPOSALS)


def leaders(proposal: Proposal) -> QuerySet[User]:
    """The leader in charge of a case; all of them while none is named."""
    if proposal.leader is None:
        return users_with(Role.HOSPITAL_LEADER)
    return User.in_union.filter(pk=proposal.leader.user_id, is_active=True)


def signatories(proposal: Proposal) -> QuerySet[User]:
    """The movers and seconders of a sheet and of those merged into it (PRO-15)."""
    sheets = Proposal.objects.filter(Q(pk=proposal.pk) | Q(merged_into=proposal.pk))
    moved = sheets.values("mover__person__user")
    seconded = Second.objects.confirmed().filter(proposal__in=sheets).values("delegate__person__user")
    return User.in_union.filter(Q(pk__in=moved) | Q(pk__in=seconded), is_active=True)


def movers(proposal: Proposal) -> QuerySet[User]:
    """The movers of a sheet and of those merged into it."""
    return User.in_union.filter(pk__in=proposal.movers().values("person__user"), is_active=True)
