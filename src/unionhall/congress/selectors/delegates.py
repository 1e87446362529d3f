"""Who sits in the congress, and the rights that follow."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role
from unionhall.congress.models import Delegate, Term
from unionhall.kernel import clock


def grants(user: User) -> Iterator[Grant]:
    """Delegate, and head of a delegation, as long as seat and term run; one query."""
    running = Term.objects.running(clock.today()).values("pk")
    for is_head in (
        Delegate.objects.serving().filter(person__user=user, term__in=running).values_list("is_head", flat=True)
    ):
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
