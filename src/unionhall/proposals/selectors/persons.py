"""To whom a notice about proposals goes."""

from django.db.models import Q, QuerySet

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.kernel import clock
from unionhall.people.models import Department, Post
from unionhall.people.selectors import users_with
from unionhall.proposals.models import Proposal, Second
from unionhall.proposals.permissions import ACTING


def acting_for(department: Department | None, *roles: str) -> list[User]:
    """Handlers and heads of a department today, or only those with one of `roles`; where it has none, those of the one it is
    part of, whose rights reach down to it.
    """
    while department is not None:
        posts = Post.objects.held(clock.today()).filter(
            seat__role__in=roles or ACTING, seat__body__department=department
        )
        if users := list(User.in_union.filter(pk__in=posts.values("person__user"), is_active=True)):
            return users
        department = department.parent
    return []


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
