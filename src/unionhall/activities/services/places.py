"""Places that cannot be oversold.

A place is taken by one UPDATE that counts up only where a place is free: the database runs such updates of one row one
after another, so of two thousand who ask at once for two hundred places, two hundred get one. No lock is held before.
"""

from collections.abc import Iterator

from django.db.models import F, Q

from unionhall.accounts.models import system_user
from unionhall.activities.flow import EntryState
from unionhall.activities.models import Entry, Item, Quota, Team
from unionhall.audit import services as audit
from unionhall.notices import services as notices
from unionhall.people.models import Person


def take(row: Item | Quota, count: int = 1) -> bool:
    """Take places of an item or of a branch's quota; False, and nothing changed, when so many are not free."""
    free = Q(pk=row.pk) & (Q(capacity=None) | Q(capacity__gte=F("taken") + count))
    return bool(type(row).objects.filter(free).update(taken=F("taken") + count))


def give_back(row: Item | Quota, count: int = 1) -> None:
    """Free places again."""
    type(row).objects.filter(pk=row.pk).update(taken=F("taken") - count)


def take_for(item: Item, person: Person) -> bool:
    """A place of the item for one person, and of their branch's quota where the item has one; both or neither."""
    quota = quota_of(item, person)
    if not take(item):
        return False
    if quota and not take(quota):
        give_back(item)
        return False
    return True


def take_or_queue(item: Item, person: Person) -> EntryState:
    """A place, or the end of the waiting list. Full is asked twice, the second time with the row locked: whoever
    leaves meanwhile waits for the lock and then finds us in the list, so that no place stays empty beside it."""
    if take_for(item, person):
        return EntryState.SIGNED_UP
    Item.objects.filter(pk=item.pk).update(taken=F("taken"))
    return EntryState.SIGNED_UP if take_for(item, person) else EntryState.WAITING


def quota_of(item: Item, person: Person) -> Quota | None:
    """The quota of the person's group or branch in this item, if the item has quotas for it."""
    units = [unit.pk for unit in (person.unit, person.unit.parent) if unit] if person.unit else []
    return Quota.objects.filter(item=item, unit__in=units).first()


def leave(entry: Entry) -> None:
    """Free the place of a person's entry."""
    quota = quota_of(entry.item, entry.person)
    give_back(entry.item)
    if quota:
        give_back(quota)


def move_up(item: Item) -> None:
    """Give free places to those who wait longest, and tell them; runs in the transaction that freed the places."""
    for row, person in _waiting_teams(item) if item.is_team else _waiting_people(item):
        if person.user:
            notices.after_commit(
                "activities.moved_up", row, to=person.user, activity=item.activity.title, item=item.name
            )


def _waiting_people(item: Item) -> Iterator[tuple[Entry, Person]]:
    for entry in item.entries.waiting().select_related("person__unit__parent", "person__user"):
        if take_for(item, entry.person) and _settle(Entry, entry):
            yield entry, entry.person


def _waiting_teams(item: Item) -> Iterator[tuple[Team, Person]]:
    for team in item.teams.filter(state=EntryState.WAITING).select_related("captain__user"):
        if not take(item):
            return
        if _settle(Team, team):
            team.entries.filter(state=EntryState.WAITING).update(state=EntryState.SIGNED_UP)
            yield team, team.captain


def _settle(model: type[Entry] | type[Team], row: Entry | Team) -> bool:
    """Turn one who waits into one who has a place; when somebody else did so first, the place goes back."""
    if not model.objects.filter(pk=row.pk, state=EntryState.WAITING).update(state=EntryState.SIGNED_UP):
        give_back(row.item)
        return False
    audit.record(
        "activities.move_up",
        row,
        by=system_user(),
        before={"state": EntryState.WAITING},
        after={"state": EntryState.SIGNED_UP},
    )
    return True
