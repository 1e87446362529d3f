"""What people are told of a congress by itself."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.congress.permissions import may_list
from unionhall.notices.registry import define


def _session(session: Any, user: Any) -> str:
    return reverse("congress.sessions.detail" if may_list(user) else "my.congress.show", args=[session.pk])


def _motion(motion: Any, user: Any) -> str:
    return reverse("congress.motions.detail" if may_list(user) else "my.motions.detail", args=[motion.pk])


def _joint(meeting: Any, user: Any) -> str:
    return reverse("congress.joint.detail" if may_list(user) else "my.joint.detail", args=[meeting.pk])


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
define(
    "congress.motion_in",
    label=_("收到议案"),
    subject=_("收到议案：%(record)s"),
    body=_("%(mover)s向大会提出议案，请审查是否列入议程。"),
    url=_motion,
)
define(
    "congress.motion_answered",
    label=_("议案办理结果"),
    subject=_("议案%(state)s：%(record)s"),
    body=_("请打开查看办理结果和理由。"),
    url=_motion,
)
define(
    "congress.joint_called",
    label=_("联席会议通知"),
    subject=_("请参加%(record)s"),
    body=_("会议定于%(day)s在%(venue)s召开。"),
    url=_joint,
)
