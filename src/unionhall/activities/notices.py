"""What people are told by themselves: only what changes something for them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from unionhall.notices.registry import define


def _mine(obj: Any, user: Any) -> str:
    return reverse("my.activities.entries")


define(
    "activities.moved_up",
    label=_("候补转正"),
    subject=_("您已从候补转为正式报名：%(item)s"),
    body=_("“%(activity)s”有人退出，您报名的“%(item)s”已由候补转为正式，届时请出示入场码。"),
    url=_mine,
)
define(
    "activities.in_team",
    label=_("被编入队伍"),
    subject=_("您已编入队伍“%(record)s”"),
    body=_("%(captain)s为“%(activity)s”的“%(item)s”组队，您是队员。不能参加的，请在“我的报名”中退出。"),
    url=_mine,
)
define(
    "activities.cancelled",
    label=_("活动取消"),
    subject=_("活动取消：%(record)s"),
    body=_("取消理由：%(reason)s"),
    url=_mine,
)
