"""Long work of congresses: the archive of a session with much attached to it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.congress.models import Session
from unionhall.congress.printing.archive import name_of, zipped
from unionhall.jobs.registry import job
from unionhall.pages.views.exporting import kept


@job("congress.archive", _("会议档案"))
def archive(progress: Callable[..., None], *, by: User, session: str) -> dict[str, Any]:
    """Make the zip of a session and keep it for the one who asked."""
    record = Session.objects.visible_to(by).select_related("term").get(pk=UUID(session))
    made = kept(by, "congress.sessions", name_of(record), zipped(record, progress))
    return {"url": reverse("congress.sessions.download", args=[made.pk])}
