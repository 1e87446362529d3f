"""A session from its preparation to the archive."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress.flow.items import UNSETTLED, ItemState
from unionhall.congress.permissions import attends, manages
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.pages.values import day


class State(models.TextChoices):
    PREPARING = "preparing", gettext_lazy("筹备")
    CONVENED = "convened", gettext_lazy("已通知")
    SITTING = "sitting", gettext_lazy("开会")
    CLOSED = "closed", gettext_lazy("已闭会")
    ARCHIVED = "archived", gettext_lazy("已归档")
    CANCELLED = "cancelled", gettext_lazy("已取消")


AHEAD = (State.PREPARING, State.CONVENED)
GATHERED = (State.CONVENED, State.SITTING)
TOOK_PLACE = (State.SITTING, State.CLOSED, State.ARCHIVED)
ALIVE = (*AHEAD, State.SITTING, State.CLOSED)
INVITING = (*AHEAD, State.SITTING)
MINUTED = (State.SITTING, State.CLOSED)


def fit_to_convene(session: Any) -> str | None:
    """An agenda, delegates enough, and managers few enough (CON-08, CON-10)."""
    if not session.items.exclude(state=ItemState.WITHDRAWN).exists():
        return _("议程还是空的，请先列入议题。")
    return session.term.why_incomplete()


def has_begun(session: Any) -> str | None:
    """Nobody comes before the first day."""
    if clock.today() < session.held_on:
        return _("会议定于%(day)s召开，还没有到日期。") % {"day": day(session.held_on)}
    return None


def fit_to_open(session: Any) -> str | None:
    """On its day, with two thirds of all delegates there (CON-14)."""
    return has_begun(session) or session.quorum_problem()


def everything_is_settled(session: Any) -> str | None:
    """No item is left open."""
    left = session.items.filter(state__in=UNSETTLED).first()
    return _("议题“%(item)s”还没有结论，请办结或撤回后闭会。") % {"item": left.title} if left else None


def has_unpublished(session: Any) -> str | None:
    """Something resolved and not yet announced."""
    return None if session.resolutions.filter(published_on=None).exists() else _("没有待公布的决议。")


def fit_to_archive(session: Any) -> str | None:
    """Minutes, publication of every resolution, report to the upper union (CON-22)."""
    if not session.minutes.strip():
        return _("还没有会议纪要。")
    if session.resolutions.filter(published_on=None).exists():
        return _("还有决议没有向全体职工公布（职代会条例第三十二条，CON-22）。")
    if session.filed_on is None:
        return _("大会情况还没有报上一级工会（职代会条例第三十七条，CON-22）。")
    return None


# fmt: off
FLOW = Flow("congress", State, [
    Step("amend", AHEAD, None, manages, None, gettext_lazy("修改")),
    Step("add_item", AHEAD, None, manages, None, gettext_lazy("列入议题")),
    Step("seat_presidium", AHEAD, None, manages, None, gettext_lazy("确定主席团")),
    Step("tick", ALIVE, None, manages, None, gettext_lazy("登记筹备事项")),
    Step("convene", State.PREPARING, State.CONVENED, manages, fit_to_convene, gettext_lazy("召集会议")),
    Step("invite", INVITING, None, manages, None, gettext_lazy("邀请列席和特邀")),
    Step("uninvite", INVITING, None, manages, None, gettext_lazy("取消邀请")),
    Step("redraw", State.CONVENED, None, manages, None, gettext_lazy("更新代表名册")),
    Step("excuse", GATHERED, None, manages, None, gettext_lazy("登记请假")),
    Step("ask_leave", GATHERED, None, attends, None, gettext_lazy("请假")),
    Step("check_in", GATHERED, None, manages, has_begun, gettext_lazy("签到")),
    Step("check_out", GATHERED, None, manages, None, gettext_lazy("登记离会")),
    Step("open", State.CONVENED, State.SITTING, manages, fit_to_open, gettext_lazy("开幕")),
    Step("write_minutes", MINUTED, None, manages, None, gettext_lazy("写会议纪要")),
    Step("close", State.SITTING, State.CLOSED, manages, everything_is_settled, gettext_lazy("闭会")),
    Step("publish", MINUTED, None, manages, has_unpublished, gettext_lazy("公布全部决议")),
    Step("file", State.CLOSED, None, manages, None, gettext_lazy("登记上报")),
    Step("archive", State.CLOSED, State.ARCHIVED, manages, fit_to_archive, gettext_lazy("归档")),
    Step("cancel", AHEAD, State.CANCELLED, manages, None, gettext_lazy("取消会议")),
])
# fmt: on
