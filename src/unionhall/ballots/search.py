"""What the search box finds of polls; a matter that was not opened is found by the office alone."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.ballots.models import Poll
from unionhall.ballots.permissions import may_list
from unionhall.search import registry


def _url(poll: Any, user: Any) -> str:
    return reverse("ballots.detail" if may_list(user) else "my.votes.show", args=[poll.pk])


registry.index(
    Poll,
    kind=_("表决与测评"),
    title=str,
    keywords=lambda poll: [poll.number],
    text=lambda poll: poll.text,
    about=lambda poll: f"{poll.get_kind_display()} · {poll.get_state_display()}",
    url=_url,
)
