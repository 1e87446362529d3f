"""What the search box finds of activities."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.activities.models import Activity, ExternalTeam
from unionhall.activities.permissions import may_list
from unionhall.search import registry


def _where(activity: Any, user: Any) -> str:
    """The desk's page for who has a desk, else the phone's."""
    return reverse("activities.detail" if may_list(user) else "my.activities.show", args=[activity.pk])


registry.index(
    Activity,
    kind=_("活动"),
    title=str,
    keywords=lambda activity: [activity.number],
    url=_where,
    text=lambda activity: f"{activity.venue} {activity.plan} {activity.summary}",
    about=lambda activity: activity.get_kind_display(),
)
registry.index(
    ExternalTeam,
    kind=_("外出参加活动"),
    title=str,
    keywords=lambda team: [team.number],
    text=lambda team: f"{team.organiser} {team.represents} {team.outcome}",
    about=lambda team: team.organiser,
    url=lambda team, user: reverse("activities.outside.list"),
)
