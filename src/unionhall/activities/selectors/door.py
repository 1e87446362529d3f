"""Finding at the door whose code it is."""

from django.db.models import QuerySet

from unionhall.accounts.asked import Lookup
from unionhall.activities import codes
from unionhall.activities.models import Activity, Attendance
from unionhall.kernel.text import squeezed

_ticket: Lookup[Attendance] = Lookup(
    lambda key, activity, day: (
        Attendance.objects.filter(pk=key, activity=activity).select_related("person__department").order_by()
    )
)


def at_door(activity: Activity, code: str) -> list[Attendance]:
    """Whom a code stands for at this activity: a scanned one, six digits, or a staff number; mostly one, rarely two."""
    code = squeezed(code)
    if ":" in code:
        return _scanned(activity, code)
    shown = _with_people(activity)
    return list(shown.filter(code=code)) or list(shown.filter(person__staff_no=code))


def _scanned(activity: Activity, code: str) -> list[Attendance]:
    """Of a queue at the door each is asked for so."""
    ticket = codes.opened(code)
    found = ticket and _ticket.first(ticket, activity.pk)
    if not found:
        return []
    found.activity = activity
    return [found]


def door_list(activity: Activity) -> QuerySet[Attendance]:
    """Everybody expected or seen, by department and staff number: the sign-in sheet."""
    return _with_people(activity).order_by("person__department__name", "person__staff_no")


def _with_people(activity: Activity) -> QuerySet[Attendance]:
    return activity.attendances.select_related("person__department")
