"""The second person's word as lists show it, and what of it stands open."""

from typing import Any

from django.db.models import QuerySet

from unionhall.care.models import Attestation, Gift, Visit
from unionhall.care.selectors import visits
from unionhall.figures.scope import Scope

_ABOUT = ("visitor__visit__person", "gift__received_by", "goods__drive", "goods__handed_by", "person", "asked_by")


def rows(user: Any) -> QuerySet[Attestation]:
    """The words one may see; what nobody has answered first."""
    return Attestation.objects.visible_to(user).select_related(*_ABOUT)


def own(user: Any) -> QuerySet[Attestation]:
    """What oneself is asked to confirm, or has answered."""
    return rows(user).filter(person__user=user.pk)


def unconfirmed(scope: Scope) -> QuerySet[Attestation]:
    """What was done within the period and its second person has not answered."""
    return Attestation.objects.waiting().filter(done_on__range=(scope.first, scope.last)).select_related(*_ABOUT)


def visit_of(word: Attestation, user: Any) -> QuerySet[Visit]:
    """The visit it is about, for who may see visits."""
    return visits.visits(user).filter(visitors=word.visitor_id)


def gift_of(word: Attestation, user: Any) -> QuerySet[Gift]:
    """The donation whose cash was counted."""
    return Gift.objects.visible_to(user).filter(pk=word.gift_id).select_related("donor", "received_by")
