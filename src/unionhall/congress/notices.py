"""What people are told of a congress by itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.congress.permissions import may_list
from unionhall.notices.registry import define


def _session(session: Any, user: Any) -> str:
    return reverse("congress.sessions.detail" if may_list(user) else "my.congress.show", args=[session.pk])


define(
    "congress.convened",
    label=_("会议通知"),
    subject=_("请出席%(record)s"),
    body=_("会议定于%(day)s在%(venue)s召开，议程和材料可以在手机上查看，到会时请出示签到码。"),
    url=_session,
)
define(
    "congress.owed",
    label=_("会议筹备事项"),
    subject=_("%(record)s：%(step)s"),
    body=_("请于%(due)s（含）以前办理。"),
    url=_session,
)
define(
    "congress.cancelled",
    label=_("会议取消"),
    subject=_("会议取消：%(record)s"),
    body=_("取消理由：%(reason)s"),
    url=_session,
)
