"""Who sits in the congress, and the rights that follow."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from unionhall.accounts.asked import Question
from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role
from unionhall.congress.models import Delegate, Term

_seats_of = Question(
    lambda user, day: (
        Delegate.objects.serving()
        .filter(person__user=user, term__in=Term.objects.running(day).values("pk"))
        .values_list("is_head")
    )
)


def grants(user: User) -> Iterator[Grant]:
    """Delegate, and head of a delegation, as long as seat and term run; one query."""
    for (is_head,) in _seats_of.about(user.pk):
        yield Grant(Role.DELEGATE)
        if is_head:
            yield Grant(Role.DELEGATION_HEAD)


def delegate_of(user: Any, term: Term) -> Delegate | None:
    """The seat somebody holds in a term, or None."""
    seats = Delegate.objects.serving().filter(term=term, person__user=user.pk, person__user__isnull=False)
    return seats.select_related("person__department", "delegation").first()


def delegates(user: Any) -> QuerySet[Delegate]:
    """The delegates this reader may see, of all terms."""
    return Delegate.objects.visible_to(user).select_related("person__department", "term", "delegation", "constituency")
