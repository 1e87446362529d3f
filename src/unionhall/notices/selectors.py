"""What stands in an inbox, and what went out."""

from django.db.models import Count, QuerySet

from unionhall.accounts.asked import Question
from unionhall.accounts.models import User
from unionhall.notices.models import Delivery, Notice, Preference

_unread = Question(
    lambda user, day: (
        Notice.objects.filter(user=user).unread().order_by().values("user").annotate(n=Count("pk")).values_list("n")
    )
)


def inbox(user: User) -> QuerySet[Notice]:
    """One's notices, newest first."""
    return Notice.objects.visible_to(user)


def unread_count(user: User) -> int:
    """How many notices one has not opened: the number in the header."""
    return next((count for (count,) in _unread.about(user.pk)), 0)


def outbox(user: User) -> QuerySet[Delivery]:
    """E-mails the office may watch, newest first."""
    return Delivery.objects.visible_to(user).select_related("notice__user")


def preference(user: User) -> Preference:
    """What one chose, or the default, unsaved."""
    return Preference.objects.filter(user=user).first() or Preference(user=user)
