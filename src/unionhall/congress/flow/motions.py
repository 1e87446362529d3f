"""A motion (议案), from being handed in to the agenda, or why it does not get there."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress.permissions import manages, moved_it
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.pages.values import day


class MotionState(models.TextChoices):
    HANDED_IN = "handed_in", gettext_lazy("已提交")
    ON_AGENDA = "on_agenda", gettext_lazy("已列入议程")
    REFERRED = "referred", gettext_lazy("转为提案")
    DECLINED = "declined", gettext_lazy("不列入议程")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


def reaches_delegates_in_time(motion: Any) -> str | None:
    """Its session is ahead, and far enough for its papers to be with the delegates (CON-16)."""
    if not motion.session.is_ahead:
        return _("会议已经开幕或取消，议案可以提交下次会议。")
    last, clause = motion.session.papers_due()
    if last and clock.today() > last:
        return _("议案材料最迟应在%(last)s送交代表，本次会议已来不及列入（%(clause)s，CON-16），可以提交下次会议。") % {
            "last": day(last),
            "clause": clause,
        }
    return None


IN = MotionState.HANDED_IN
# fmt: off
MOTION_FLOW = Flow("congress.motions", MotionState, [
    Step("take_up", IN, MotionState.ON_AGENDA, manages, reaches_delegates_in_time, gettext_lazy("列入议程")),
    Step("refer", IN, MotionState.REFERRED, manages, None, gettext_lazy("转为提案办理")),
    Step("decline", IN, MotionState.DECLINED, manages, None, gettext_lazy("不列入议程")),
    Step("withdraw", IN, MotionState.WITHDRAWN, manages | moved_it, None, gettext_lazy("撤回议案")),
])
# fmt: on
