"""A joint meeting between sessions (联席会议), until the congress has heard of it (CON-21)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress.permissions import manages
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.pages.values import day


class JointState(models.TextChoices):
    CALLED = "called", gettext_lazy("已召集")
    HELD = "held", gettext_lazy("已开会，待报大会")
    REPORTED = "reported", gettext_lazy("已提交大会")
    CANCELLED = "cancelled", gettext_lazy("已取消")


def has_come(meeting: Any) -> str | None:
    """Nothing is dealt with before the day."""
    if clock.today() < meeting.held_on:
        return _("会议定于%(day)s召开，还没有到日期。") % {"day": day(meeting.held_on)}
    return None


def is_dealt_with(meeting: Any) -> str | None:
    """Somebody was there, and every matter has its outcome."""
    if problem := has_come(meeting):
        return problem
    if not meeting.participants.filter(came=True).exists():
        return _("还没有登记到会的人。")
    if not meeting.matters.exists():
        return _("还没有列入事项。")
    left = meeting.matters.filter(outcome="").first()
    return _("事项“%(matter)s”还没有处理意见。") % {"matter": left.title} if left else None


# fmt: off
JOINT_FLOW = Flow("congress.joint", JointState, [
    Step("add_matter", JointState.CALLED, None, manages, None, gettext_lazy("列入事项")),
    Step("note_presence", JointState.CALLED, None, manages, has_come, gettext_lazy("登记到会")),
    Step("settle", JointState.CALLED, None, manages, has_come, gettext_lazy("登记处理意见")),
    Step("close", JointState.CALLED, JointState.HELD, manages, is_dealt_with, gettext_lazy("会议结束")),
    Step("report", JointState.HELD, JointState.REPORTED, manages, None, gettext_lazy("提交下次大会")),
    Step("cancel", JointState.CALLED, JointState.CANCELLED, manages, None, gettext_lazy("取消会议")),
])
# fmt: on
