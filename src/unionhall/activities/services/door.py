"""Seeing that people came."""

from collections.abc import Sequence

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.activities import codes
from unionhall.activities.flow import FLOW, EntryState
from unionhall.activities.kinds import Attending, How
from unionhall.activities.models import Activity, Attendance, Entry
from unionhall.audit import services as audit
from unionhall.kernel import clock
from unionhall.people.models import Person


@transaction.atomic
def check_in(attendance: Attendance, *, by: User, how: str = How.SCAN) -> bool:
    """Note that somebody came; True when it was this call that noted it.

    Coming counts for every item they have a place in. A second scan, or a scan repeated because the answer was lost,
    changes nothing and answers False. Raises NotAllowed for who does not run the activity, WrongState before its first
    day and after it was archived.
    """
    activity = attendance.activity
    FLOW.check(activity, "check_in", by=by)
    fields = {"came_at": clock.now(), "checked_in_by": by, "how": how}
    if not Attendance.objects.filter(pk=attendance.pk, came_at=None).update(**fields):
        attendance.refresh_from_db(fields=["came_at", "checked_in_by", "how"])
        return False
    for name, value in fields.items():
        setattr(attendance, name, value)
    _seen(activity, [attendance.person])
    audit.record("activities.check_in", attendance, by=by, after={"how": how})
    return True


@transaction.atomic
def check_in_sheet(
    activity: Activity, *, by: User, people: Sequence[Person], role: str = Attending.ENTRANT, how: str = How.SHEET
) -> int:
    """Note from a paper list, or from recorded marks, that these people came; returns how many were not known to have.

    `role` is for those who had no ticket: staff, referees and audience are written down here and enter no count of
    person-times. One event for the whole list.
    """
    FLOW.check(activity, "check_in_sheet", by=by)
    Attendance.objects.bulk_create(
        [
            Attendance(activity=activity, person=person, role=role, code=codes.short(activity.pk, person.pk))
            for person in people
        ],
        ignore_conflicts=True,
        batch_size=500,
    )
    missing = Attendance.objects.filter(activity=activity, person__in=people, came_at=None)
    newly = missing.update(came_at=clock.now(), checked_in_by=by, how=how)
    if _seen(activity, people) or newly:
        audit.record("activities.check_in_sheet", activity, by=by, after={"people": newly, "role": role, "how": how})
    return newly


def _seen(activity: Activity, people: Sequence[Person]) -> int:
    """Every place these people have in the activity becomes a person-time; returns how many did."""
    entered = Entry.objects.filter(item__in=activity.items.values("pk"), person__in=people)
    return entered.filter(state=EntryState.SIGNED_UP).update(state=EntryState.CAME)
