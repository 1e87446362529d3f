"""What is told about gifts: that one can be fetched, and once more shortly before the last day."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def mine(obj: Any, user: Any) -> str:
    """The gifts one may choose and fetch."""
    return reverse("my.care.benefits")


define("care.gift.ready", label=_("福利可领取"), subject=_("“%(record)s”可以领取了"), body=_("%(when)s"), url=mine)
define(
    "care.gift.soon_over",
    label=_("福利领取将截止"),
    subject=_("“%(record)s”领取到%(until)s截止，您还没有领取"),
    body=_("%(when)s"),
    url=mine,
)
