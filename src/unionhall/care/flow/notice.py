"""The states of a public notice, and what holds up whoever posted it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.rulebook.services import cite

ANSWER = "care.objection_workdays"


class NoticeState(models.TextChoices):
    RUNNING = "running", gettext_lazy("公示中")
    STOPPED = "stopped", gettext_lazy("已撤下")


def posted(record: Any) -> Any:
    """The newest posting about a record that was not taken down, or None."""
    return record.notices.exclude(state=NoticeState.STOPPED).order_by("-began_on").first()


def holds_up(notice: Any, running: str) -> str | None:
    """Why what was posted has to wait: its days are not over, as `running` says, or an objection is not answered (CARE-05)."""
    if clock.today() <= notice.ends_on:
        return running % {"month": notice.ends_on.month, "day": notice.ends_on.day}
    return unanswered(notice)


def unanswered(notice: Any) -> str | None:
    """That an objection to a posting waits for its answer, and until when; else None (CARE-05)."""
    waiting = notice.objections.filter(answered_at=None)
    first = waiting.order_by("due_on").first()
    if first is None:
        return None
    return _("还有%(count)s条异议没有答复，最早一条须在%(due)s前答复（%(clause)s）；全部答复后才能继续办理。") % {
        "count": waiting.count(),
        "due": day(first.due_on),
        "clause": cite(ANSWER),
    }
