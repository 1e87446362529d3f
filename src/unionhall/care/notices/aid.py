"""What is told about aid: to whom it is given, and to whoever has the next step."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def mine(obj: Any, user: Any) -> str:
    """What the union did for me."""
    return reverse("my.care")


def desk(obj: Any, user: Any) -> str:
    """The grant at the desk."""
    return reverse("care.aid.detail", args=[obj.pk])


define("care.aid.requested", label=_("救助申请"), subject=_("有一笔救助待批准"), url=desk, confidential=True)
define(
    "care.aid.moved",
    label=_("救助进展"),
    subject=_("您的救助申请：%(state)s"),
    body=_("%(words)s"),
    url=mine,
    confidential=True,
)
