"""What polls tell the home pages: the door in the room, what may be voted on, what waits."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.ballots.flow import State
from unionhall.ballots.models import Poll
from unionhall.ballots.permissions import manages, may_list
from unionhall.pages import history, nav
from unionhall.pages.desk import Waiting

SHOWN = 10


def furnish() -> None:
    """Doors, sources and names of acts, registered once at start."""
    history.says("ballots.prepare", gettext_lazy("准备投票"))
    history.says("ballots.cast", gettext_lazy("投票"))
    nav.room("会", gettext_lazy("表决与测评"), "ballots.list", who=may_list, icon="checkbox", rank=30)
    nav.waiting(to_vote)
    nav.waiting(to_count)
    nav.waiting(to_declare)


def to_vote(user: Any) -> Iterator[Waiting]:
    """Open polls that ask one and have not one's vote."""
    for poll in Poll.objects.awaiting(user).order_by("opened_at")[:SHOWN]:
        yield Waiting(_("请投票：%(poll)s") % {"poll": poll}, reverse("my.votes.show", args=[poll.pk]))


def to_count(user: Any) -> Iterator[Waiting]:
    """Polls one counts as a teller."""
    for poll in Poll.objects.awaiting_count(user).order_by("opened_at")[:SHOWN]:
        yield Waiting(_("请录入计数：%(poll)s") % {"poll": poll}, reverse("my.votes.count", args=[poll.pk]))


def to_declare(user: Any) -> Iterator[Waiting]:
    """Closed polls whose result one declares."""
    if not may_list(user):
        return
    for poll in Poll.objects.visible_to(user).filter(state=State.CLOSED)[:SHOWN]:
        if manages(user, poll):
            yield Waiting(_("“%(poll)s”已截止，请宣布结果") % {"poll": poll}, reverse("ballots.detail", args=[poll.pk]))
