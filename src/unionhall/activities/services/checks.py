"""What several verbs ask before they act."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from unionhall.activities import rules
from unionhall.activities.flow import State
from unionhall.activities.models import Activity, Item
from unionhall.activities.models.activity import line_of
from unionhall.flows import Blocked, WrongState
from unionhall.flows import given as given  # asked here by every verb
from unionhall.kernel import clock
from unionhall.people.models import Person


def in_state(activity: Activity, *states: State) -> None:
    """Raise WrongState unless the activity is in one of the states."""
    if activity.state not in states:
        raise WrongState(
            _("活动“%(title)s”%(state)s，现在不能办理。")
            % {"title": activity.title, "state": activity.get_state_display()}
        )


def takes_entries(activity: Activity) -> None:
    """Raise unless one may sign up now: announced, not closed, inside the window."""
    if activity.state in (State.CLOSED, State.HELD, State.ARCHIVED):
        raise WrongState(_("“%(title)s”的报名已经截止。") % {"title": activity.title})
    if activity.state != State.OPEN:
        raise WrongState(_("“%(title)s”现在不接受报名。") % {"title": activity.title})
    problem = rules.window_problem(clock.now(), activity.signup_opens_at, activity.signup_closes_at)
    if problem:
        raise WrongState(problem)


def invited(activity: Activity, person: Person) -> str | None:
    """Why this person is not among those the activity is for, or None."""
    return rules.audience_problem(
        activity.audience,
        sex=person.sex,
        birth_on=person.birth_on,
        in_branch=activity.unit_id in line_of(person.unit),
        on=activity.held_from,
    )


def not_negative(**values: Any) -> None:
    """Raise Blocked when a number is below nought."""
    labels = {
        "budget": _("预算"),
        "cost": pgettext("activities", "决算"),
        "unit_price": _("单价"),
        "capacity": _("名额"),
    }
    for name, value in values.items():
        if value is not None and value < 0:
            raise Blocked(_("%(name)s不能是负数。") % {"name": labels[name]})


def belongs(item: Item, activity: Activity) -> None:
    """Raise Blocked unless the item is one of the activity's."""
    if item.activity_id != activity.pk:
        raise Blocked(_("这个项目不属于这项活动。"))
