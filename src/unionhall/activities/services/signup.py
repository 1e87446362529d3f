"""One person, one item: signing up and leaving."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.activities import codes
from unionhall.activities.flow import LIVE, EntryState, State
from unionhall.activities.models import Activity, Attendance, Entry, Item
from unionhall.activities.permissions import manages, may_take_part
from unionhall.activities.services import checks, places
from unionhall.audit import services as audit
from unionhall.flows import Blocked, NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.people.models import Person
from unionhall.people.selectors import person_of


def sign_up(item: Item, *, by: User, tap: str = "") -> Entry:
    """Enter oneself in an individual item: with a place, or on the waiting list when none is free.

    `tap` names the form that was sent: the same form sent twice answers with the same entry. Raises WrongState when
    sign-up is not open, NotAllowed for who is not a member, Blocked for who is not invited, has signed up already, has
    as many items as one may have, or asks for a team item.
    """
    person = person_of(by)
    if person is None or not may_take_part(by):
        raise NotAllowed(_("报名需要工会会籍。您还没有会籍，可以先申请入会。"))
    checks.takes_entries(item.activity)
    if item.is_team:
        raise Blocked(_("“%(item)s”是团体项目，请由领队组队报名。") % {"item": item.name})
    problem = checks.invited(item.activity, person)
    if problem:
        raise Blocked(problem)
    try:
        with transaction.atomic():
            return _enter(item, person, by, tap)
    except IntegrityError:  # the same tap arrived twice at once, and the other one was first
        return _again(Entry.objects.get(item=item, person=person), tap)


def _enter(item: Item, person: Person, by: User, tap: str) -> Entry:
    old = Entry.objects.filter(item=item, person=person).first()
    if old and old.state in LIVE:
        return _again(old, tap)
    _check_items_each(item.activity, person)
    entry = old or Entry(item=item, person=person)
    entry.state, entry.signed_up_at, entry.tap = places.take_or_queue(item, person), clock.now(), tap
    entry.save()
    give_tickets(item.activity, [person])
    audit.record("activities.sign_up", entry, by=by, after={"state": entry.state})
    return entry


def _again(entry: Entry, tap: str) -> Entry:
    if tap and entry.tap == tap:
        return entry
    raise Blocked(_("您已经报名“%(item)s”，每个项目只报一次（一人一项计一人次，ACT-02）。") % {"item": entry.item.name})


def _check_items_each(activity: Activity, person: Person) -> None:
    if activity.items_each is None:
        return
    if Entry.objects.live().filter(item__activity=activity, person=person).count() >= activity.items_each:
        raise Blocked(_("这项活动每人限报%(count)s项，您已报满。退出一项后可以改报。") % {"count": activity.items_each})


def give_tickets(activity: Activity, people: list[Person]) -> None:
    """A code to show at the door for each who has none yet; two queries however many they are."""
    Attendance.objects.bulk_create(
        [Attendance(activity=activity, person=person, code=codes.short(activity.pk, person.pk)) for person in people],
        ignore_conflicts=True,
        batch_size=1000,
    )


@transaction.atomic
def withdraw(entry: Entry, *, by: User, reason: str = "") -> None:
    """Leave an item before it is held; the place goes to who waits longest. Raises NotAllowed for others' entries."""
    activity = entry.item.activity
    if entry.person.user_id != by.pk and not manages(by, activity):
        raise NotAllowed(_("只能退出自己的报名。"))
    checks.in_state(activity, State.OPEN, State.CLOSED)
    if not (old := _given_up(entry)):
        raise WrongState(_("这条报名现在是“%(state)s”，不能退出。") % {"state": entry.get_state_display()})
    entry.state = EntryState.WITHDRAWN
    audit.record(
        "activities.withdraw",
        entry,
        by=by,
        before={"state": old},
        after={"state": entry.state},
        reason=reason,
    )
    take_tickets(activity, [entry.person_id])
    if old == EntryState.SIGNED_UP and not entry.team_id:
        places.leave(entry)
        places.move_up(entry.item)


def _given_up(entry: Entry) -> str:
    """The state the entry was withdrawn from; empty when it had none to leave.

    Asked from the waiting list upwards, which is the only way an entry moves while this runs.
    """
    for old in (EntryState.WAITING, EntryState.SIGNED_UP):
        if Entry.objects.filter(pk=entry.pk, state=old).update(state=EntryState.WITHDRAWN):
            return old
    return ""


def take_tickets(activity: Activity, people: list[UUID]) -> None:
    """Take the codes from those who are no longer in any item."""
    still = Entry.objects.live().filter(item__activity=activity, person__in=people).values("person")
    Attendance.objects.filter(activity=activity, person__in=people, came_at=None).exclude(person__in=still).delete()
