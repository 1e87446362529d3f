"""What votes are told of congresses: whose record a vote belongs to, who is there, and whom the office may ask."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.ballots import rolls, subjects
from unionhall.ballots.plain import Voter
from unionhall.congress.kinds import Congress
from unionhall.congress.models import AgendaItem, Delegate
from unionhall.congress.permissions import may_list


def _shown_at(item: Any, user: Any) -> str:
    """The desk's page for who has a desk, else the session on the phone."""
    if may_list(user):
        return reverse("congress.items.detail", args=[item.pk])
    return reverse("my.congress.show", args=[item.session_id])


def _present(item: Any) -> list[UUID]:
    """The delegates of the session who are there now; observers and guests have no vote (CON-08)."""
    return list(item.session.attendees.delegates().here().values_list("delegate", flat=True))


def _serving() -> list[Voter]:
    """Today's delegates of the staff congress."""
    seats = Delegate.objects.serving().filter(term__kind=Congress.STAFF, term__closed_on=None)
    return [Voter(seat.pk, seat.person.name, seat.person.user) for seat in seats.select_related("person__user")]


subjects.take(AgendaItem, rows=lambda user: AgendaItem.objects.visible_to(user), url=_shown_at, present=_present)
rolls.offer("congress.delegates", _("在任职工代表"), _serving)
