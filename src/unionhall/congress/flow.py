"""The states of a session and of an item of its agenda, and the steps between them."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress.permissions import manages, writes_notes
from unionhall.congress.rules.powers import NEEDS, PaperKind, VoteKind, is_heard, missing_papers
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


class ItemState(models.TextChoices):
    PLANNED = "planned", gettext_lazy("待审议")
    CALLED = "called", gettext_lazy("正在审议")
    HEARD = "heard", gettext_lazy("已听取审议")
    ADOPTED = "adopted", gettext_lazy("已通过")
    REJECTED = "rejected", gettext_lazy("未通过")
    ELECTED = "elected", gettext_lazy("已选举产生")
    APPRAISED = "appraised", gettext_lazy("已测评")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


AHEAD = (State.PREPARING, State.CONVENED)
GATHERED = (State.CONVENED, State.SITTING)
TOOK_PLACE = (State.SITTING, State.CLOSED, State.ARCHIVED)
ALIVE = (*AHEAD, State.SITTING, State.CLOSED)
RESOLVABLE = (ItemState.HEARD, ItemState.ADOPTED, ItemState.ELECTED)
UNSETTLED = (ItemState.PLANNED, ItemState.CALLED)


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


def fit_to_archive(session: Any) -> str | None:
    """Minutes, publication of every resolution, report to the upper union (CON-22)."""
    if not session.minutes.strip():
        return _("还没有会议纪要。")
    if session.resolutions.filter(published_on=None).exists():
        return _("还有决议没有向全体职工公布（职代会条例第三十二条，CON-22）。")
    if session.filed_on is None:
        return _("大会情况还没有报上一级工会（职代会条例第三十七条，CON-22）。")
    return None


def fit_to_call(item: Any) -> str | None:
    """The session sits with a quorum, the papers are there (CON-16), and no other item is before it."""
    if item.session.state != State.SITTING:
        return _("会议还没有开幕或已经闭会，不能审议。")
    if problem := item.session.quorum_problem():
        return problem
    missing = missing_papers(item.power, set(item.papers.values_list("kind", flat=True)))
    if missing:
        names = _("、").join(str(PaperKind(kind).label) for kind in missing)
        return _("“%(power)s”事项还缺材料：%(names)s（%(article)s）。") % {
            "power": item.get_power_display(),
            "names": names,
            "article": NEEDS[item.power].article,
        }
    other = item.session.items.filter(state=ItemState.CALLED).exclude(pk=item.pk).first()
    return _("正在审议“%(item)s”，一次只能审议一项。") % {"item": other.title} if other else None


def may_be_heard(item: Any) -> str | None:
    """Hearing ends a report; what must be approved, elected or appraised is voted on (CON-18, CON-21)."""
    if item.poll_under_way():
        return _("这项议题的表决还没有结果。")
    if is_heard(item.power):
        return None
    needs = NEEDS[item.power]
    return _("“%(power)s”事项须%(vote)s，不能以听取代替（%(article)s，CON-18、CON-21）。") % {
        "power": item.get_power_display(),
        "vote": VoteKind(needs.vote).label,
        "article": needs.article,
    }


def may_be_voted_on(item: Any) -> str | None:
    """With a quorum at this very moment (CON-14), and once."""
    if item.session.state != State.SITTING:
        return _("会议不在进行中，不能表决。")
    if item.poll_under_way():
        return _("这项议题的表决正在进行。")
    if item.verdict():
        return _("这项议题已有表决结果，请按结果办结。")
    return item.session.quorum_problem()


def has_verdict(item: Any) -> str | None:
    """The vote is over and its result declared."""
    return None if item.verdict() else _("这项议题还没有表决结果。")


def is_not_being_voted_on(item: Any) -> str | None:
    """A vote under way is closed or broken off first; one that has its result is followed."""
    if item.poll_under_way():
        return _("这项议题的表决正在进行，请先截止或中止。")
    return _("这项议题已有表决结果，请按结果办结。") if item.verdict() else None


def session_is_under_way(item: Any) -> str | None:
    """What the congress resolves, it resolves while it sits."""
    return None if item.session.state == State.SITTING else _("会议不在进行中，不能形成决议。")


def session_is_open_to_notes(item: Any) -> str | None:
    """Delegations are heard until the session is closed."""
    return None if item.session.state in (*GATHERED, State.CLOSED) else _("会议未召集或已归档，不能记录讨论意见。")


# fmt: off
FLOW = Flow("congress", State, [
    Step("amend", AHEAD, None, manages, None, gettext_lazy("修改")),
    Step("add_item", AHEAD, None, manages, None, gettext_lazy("列入议题")),
    Step("seat_presidium", AHEAD, None, manages, None, gettext_lazy("确定主席团")),
    Step("tick", ALIVE, None, manages, None, gettext_lazy("登记筹备事项")),
    Step("convene", State.PREPARING, State.CONVENED, manages, fit_to_convene, gettext_lazy("召集会议")),
    Step("invite", (*AHEAD, State.SITTING), None, manages, None, gettext_lazy("邀请列席和特邀")),
    Step("redraw", State.CONVENED, None, manages, None, gettext_lazy("更新代表名册")),
    Step("excuse", GATHERED, None, manages, None, gettext_lazy("登记请假")),
    Step("check_in", GATHERED, None, manages, has_begun, gettext_lazy("签到")),
    Step("open", State.CONVENED, State.SITTING, manages, fit_to_open, gettext_lazy("开幕")),
    Step("write_minutes", (State.SITTING, State.CLOSED), None, manages, None, gettext_lazy("写会议纪要")),
    Step("close", State.SITTING, State.CLOSED, manages, everything_is_settled, gettext_lazy("闭会")),
    Step("file", State.CLOSED, None, manages, None, gettext_lazy("登记上报")),
    Step("archive", State.CLOSED, State.ARCHIVED, manages, fit_to_archive, gettext_lazy("归档")),
    Step("cancel", AHEAD, State.CANCELLED, manages, None, gettext_lazy("取消会议")),
])
ITEM_FLOW = Flow("congress.items", ItemState, [
    Step("add_paper", ItemState.PLANNED, None, manages, None, gettext_lazy("登记材料")),
    Step("note", UNSETTLED, None, writes_notes, session_is_open_to_notes, gettext_lazy("记录讨论意见")),
    Step("call", ItemState.PLANNED, ItemState.CALLED, manages, fit_to_call, gettext_lazy("提请审议")),
    Step("hear", ItemState.CALLED, ItemState.HEARD, manages, may_be_heard, gettext_lazy("听取审议完毕")),
    Step("open_vote", ItemState.CALLED, None, manages, may_be_voted_on, gettext_lazy("开始表决")),
    Step("conclude", ItemState.CALLED, None, manages, has_verdict, gettext_lazy("按表决结果办结")),
    Step("adopt", ItemState.CALLED, ItemState.ADOPTED, manages, has_verdict, gettext_lazy("表决通过")),
    Step("reject", ItemState.CALLED, ItemState.REJECTED, manages, has_verdict, gettext_lazy("表决未通过")),
    Step("settle_election", ItemState.CALLED, ItemState.ELECTED, manages, has_verdict, gettext_lazy("选举产生")),
    Step("settle_appraisal", ItemState.CALLED, ItemState.APPRAISED, manages, has_verdict, gettext_lazy("完成测评")),
    Step("resolve", RESOLVABLE, None, manages, session_is_under_way, gettext_lazy("形成决议")),
    Step("put_back", ItemState.CALLED, ItemState.PLANNED, manages, is_not_being_voted_on, gettext_lazy("暂停审议")),
    Step("withdraw", UNSETTLED, ItemState.WITHDRAWN, manages, is_not_being_voted_on, gettext_lazy("撤回议题")),
])
# fmt: on
