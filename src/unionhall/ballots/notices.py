"""What people are told by themselves: that they are asked."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _ask(obj: Any, user: Any) -> str:
    return reverse("my.votes.show", args=[obj.pk])


define(
    "ballots.opened",
    label=_("请您投票"),
    subject=_("%(kind)s：%(record)s"),
    body=_("“%(record)s”已经开始，请用手机作答。"),
    url=_ask,
)
