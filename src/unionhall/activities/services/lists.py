"""Entry lists that the office or a branch hands in: many people in one item at once."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities.flow import FLOW, LIVE, EntryState
from unionhall.activities.models import Entry, Item, Team
from unionhall.activities.services import checks, places
from unionhall.activities.services.signup import give_tickets
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.people.models import Person


@transaction.atomic
def enter_list(item: Item, *, by: User, people: Sequence[Person], team: str = "") -> list[Entry]:
    """Enter people in an item, as a team of that name if given; who is in it already stays as they are.

    All or none: raises Blocked when there are fewer places than new people, or when somebody is not invited.
    Allowed until the activity is archived, since lists come in late; a handful of queries however long the list.
    """
    FLOW.check(item.activity, "enter_list", by=by)
    known = set(Entry.objects.filter(item=item, person__in=people, state__in=LIVE).values_list("person", flat=True))
    fresh = list({person.pk: person for person in people if person.pk not in known}.values())
    _check_invited(item, fresh)
    squad = _team(item, team, fresh) if team else None
    needed = 0 if squad else len(fresh)
    if not places.take(item, needed):
        item.refresh_from_db(fields=["taken"])
        raise Blocked(
            _("“%(item)s”只剩%(left)s个名额，名单里有%(count)s人，没有保存。")
            % {"item": item.name, "left": item.places_left, "count": len(fresh)}
        )
    _bulk(item, fresh, squad)
    audit.record("activities.enter_list", item, by=by, after={"people": len(fresh), "team": team})
    return list(Entry.objects.filter(item=item, person__in=fresh))


def _check_invited(item: Item, people: list[Person]) -> None:
    for person in people:
        problem = checks.invited(item.activity, person)
        if problem:
            raise Blocked(_("%(name)s不能参加：%(problem)s") % {"name": person.name, "problem": problem})


def _team(item: Item, name: str, people: list[Person]) -> Team | None:
    """The team of that name, made with its place when it is new; the first on the list is its captain."""
    team = item.teams.filter(name=name).exclude(state=EntryState.WITHDRAWN).first()
    if team or not people:
        return team
    if not places.take(item):
        raise Blocked(_("“%(item)s”的队伍名额已满。") % {"item": item.name})
    return Team.objects.create(item=item, name=name, captain=people[0], unit=people[0].unit)


def _bulk(item: Item, people: list[Person], team: Team | None) -> None:
    Entry.objects.bulk_create(
        [Entry(item=item, person=person, team=team, signed_up_at=clock.now()) for person in people],
        update_conflicts=True,
        unique_fields=["union", "item", "person"],
        update_fields=["team", "state", "signed_up_at"],
        batch_size=500,
    )
    give_tickets(item.activity, people)
