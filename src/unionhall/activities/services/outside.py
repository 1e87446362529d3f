"""People sent to what others hold."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.activities.models import ExternalMember, ExternalTeam, Placing
from unionhall.activities.permissions import in_women_committee, sees_persons
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed
from unionhall.people.models import Person


@transaction.atomic
def register_external_team(
    *, by: User, members: Sequence[Person], placings: Sequence[tuple[str, int]] = (), **facts: Any
) -> ExternalTeam:
    """Write down who went to which event of whom, for whom they stood and what they won.

    `facts` are the fields of ExternalTeam, `placings` item and place. Raises NotAllowed outside the office and the
    women's committee, Blocked without a member or for a place below one.
    """
    if not (sees_persons(by) or in_women_committee(by)):
        raise NotAllowed(_("只有工会办公室和女职工委员会可以登记外出参加的活动。"))
    if not members:
        raise Blocked(_("请至少选一位参加人员。"))
    if any(rank < 1 for _item, rank in placings):
        raise Blocked(_("名次从1算起。"))
    year = facts["held_on"].year
    team = ExternalTeam.objects.create(number=of_year("WC", "activities.external", year), **facts)
    ExternalMember.objects.bulk_create([ExternalMember(team=team, person=person) for person in members])
    Placing.objects.bulk_create([Placing(team=team, item=item, rank=rank) for item, rank in placings])
    audit.record(
        "activities.register_external_team",
        team,
        by=by,
        after={"number": team.number, "members": len(members), "placings": len(placings)},
    )
    return team
