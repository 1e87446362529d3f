"""The states of a poll and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.ballots.kinds import COUNTED, Kind
from unionhall.ballots.permissions import is_teller, manages
from unionhall.flows import Flow, Step

TELLERS = 2


class State(models.TextChoices):
    PREPARED = "prepared", gettext_lazy("待开始")
    OPEN = "open", gettext_lazy("投票中")
    CLOSED = "closed", gettext_lazy("已截止，待宣布")
    PENDING = "pending", gettext_lazy("待上级工会批复")
    RESULTED = "resulted", gettext_lazy("已有结果")
    VOID = "void", gettext_lazy("无效")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


VOTED = (State.PENDING, State.RESULTED)
OVER = (*VOTED, State.VOID)


def ready_to_open(poll: Any) -> str | None:
    """A roll, and for votes counted by people two tellers, none of them a candidate (ORG-25)."""
    if not poll.roll.exists():
        return _("名册里还没有人，请先确定应到人员。")
    if poll.way not in COUNTED:
        return None
    if poll.tellers.count() < TELLERS:
        return _("举手和纸质票要由两名监票人各自计数，请先确定两名监票人。")
    if poll.candidates_as_tellers().exists():
        return _("候选人不得担任监票人、计票人（选举办法，ORG-25），请另定监票人。")
    return None


def has_tellers(poll: Any) -> str | None:
    """Electronic votes have nothing to count by hand."""
    return None if poll.way in COUNTED else _("电子表决由系统计数，不需要监票人录入。")


def is_counted(poll: Any) -> str | None:
    """Two counts that agree, where people count."""
    if poll.way not in COUNTED:
        return None
    counts = poll.latest_counts()
    if len(counts) < TELLERS:
        return _("两名监票人各自录入计数后才能宣布结果，现有%(count)s份。") % {"count": len(counts)}
    if counts[0].numbers() != counts[1].numbers():
        return _("两名监票人的计数不一致，请共同复核并重新录入后再宣布。")
    return None


def may_be_repeated(poll: Any) -> str | None:
    """A void poll is held again, an election goes on while seats are missing; each has one successor."""
    if poll.successors.exists():
        return _("已经有下一轮，请到下一轮办理。")
    if poll.state == State.VOID:
        return None
    if poll.kind != Kind.ELECTION or not poll.result.missing:
        return _("这次投票已有完整结果，不再重投；改变结果须另提新的事项（CON-23）。")
    return None


# fmt: off
FLOW = Flow("ballots", State, [
    Step("amend", State.PREPARED, None, manages, None, gettext_lazy("修改")),
    Step("name_tellers", State.PREPARED, None, manages, has_tellers, gettext_lazy("确定监票人")),
    Step("open", State.PREPARED, State.OPEN, manages, ready_to_open, gettext_lazy("开始投票")),
    Step("count", (State.OPEN, State.CLOSED), None, is_teller, has_tellers, gettext_lazy("录入计数")),
    Step("close", State.OPEN, State.CLOSED, manages, None, gettext_lazy("截止投票")),
    Step("declare", State.CLOSED, State.RESULTED, manages, is_counted, gettext_lazy("宣布结果")),
    Step("submit", State.CLOSED, State.PENDING, manages, is_counted, gettext_lazy("宣布结果并报批")),
    Step("annul", State.CLOSED, State.VOID, manages, is_counted, gettext_lazy("宣布无效")),
    Step("break_off", State.OPEN, State.VOID, manages, None, gettext_lazy("中止投票")),
    Step("approve", State.PENDING, State.RESULTED, manages, None, gettext_lazy("登记上级批复")),
    Step("refuse", State.PENDING, State.VOID, manages, None, gettext_lazy("上级不予批准")),
    Step("repeat", OVER, None, manages, may_be_repeated, gettext_lazy("再次投票")),
    Step("withdraw", State.PREPARED, State.WITHDRAWN, manages, None, gettext_lazy("撤回")),
])
# fmt: on
