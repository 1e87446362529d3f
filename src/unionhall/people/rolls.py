"""Whom a vote or a questionnaire of the office may ask of the people on the roster."""

from django.utils.translation import gettext_lazy as _

from unionhall.ballots.plain import Voter
from unionhall.ballots.rolls import offer
from unionhall.kernel import clock
from unionhall.people.models import Person


def members() -> list[Voter]:
    """Today's full members, by unit; who merely keeps a membership has no vote (ORG-26)."""
    people = Person.objects.members(clock.today()).select_related("user", "unit")
    return [Voter(one.pk, one.name, one.user, one.unit.name if one.unit else "") for one in people]


offer("people.members", _("全体会员"), members)
