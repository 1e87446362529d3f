"""What the search box finds of congresses."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.congress.models import Resolution, Session
from unionhall.congress.permissions import may_list
from unionhall.search import registry


def _session(session: Any, user: Any) -> str:
    """The desk's page for who has a desk, else the phone's."""
    return reverse("congress.sessions.detail" if may_list(user) else "my.congress.show", args=[session.pk])


def _resolution(resolution: Any, user: Any) -> str:
    return reverse("congress.resolutions.detail" if may_list(user) else "my.resolutions.detail", args=[resolution.pk])


registry.index(
    Session,
    kind=_("代表大会会议"),
    title=str,
    keywords=lambda session: [session.code],
    text=lambda session: f"{session.venue} {session.theme}",
    about=lambda session: str(session.get_state_display()),
    url=_session,
)
registry.index(
    Resolution,
    kind=_("决议"),
    title=str,
    keywords=lambda resolution: [resolution.number],
    text=lambda resolution: resolution.text,
    about=lambda resolution: str(resolution.session),
    url=_resolution,
)
