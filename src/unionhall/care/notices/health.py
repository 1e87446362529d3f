"""What those who booked a health check are told."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def own(obj: Any, user: Any) -> str:
    """One's own health checks."""
    return reverse("my.care.checks")


define(
    "care.check_cancelled",
    label=_("体检取消"),
    subject=_("%(record)s已取消"),
    body=_("您预约的日期不再有效：%(reason)s"),
    url=own,
)
