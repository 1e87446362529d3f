"""An item of an agenda, from being put there to how it ends."""

from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unionhall.congress.permissions import manages, of_members, writes_notes
from unionhall.congress.rules.powers import NEEDS, PaperKind, VoteKind, is_heard, missing_papers
from unionhall.flows import Flow, Step
from unionhall.pages.values import day


class ItemState(models.TextChoices):
    PLANNED = "planned", gettext_lazy("待审议")
    CALLED = "called", gettext_lazy("正在审议")
    HEARD = "heard", gettext_lazy("已听取审议")
    ADOPTED = "adopted", gettext_lazy("已通过")
    REJECTED = "rejected", gettext_lazy("未通过")
    ELECTED = "elected", gettext_lazy("已选举产生")
    APPRAISED = "appraised", gettext_lazy("已测评")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


RESOLVABLE = (ItemState.HEARD, ItemState.ADOPTED, ItemState.ELECTED)
UNSETTLED = (ItemState.PLANNED, ItemState.CALLED)


def fit_to_call(item: Any) -> str | None:
    """The session sits with a quorum, the papers are there in time (CON-16), and no other item is before it."""
    if not item.session.is_sitting:
        return _("会议还没有开幕或已经闭会，不能审议。")
    if problem := item.session.quorum_problem() or papers_problem(item):
        return problem
    other = item.session.items.filter(state=ItemState.CALLED).exclude(pk=item.pk).first()
    return _("正在审议“%(item)s”，一次只能审议一项。") % {"item": other.title} if other else None


def papers_problem(item: Any) -> str | None:
    """Why delegates could not prepare: a paper the power asks for is not there, or came too late to them (CON-16)."""
    given = item.given_on()
    if missing := missing_papers(item.power, set(given)):
        return _("“%(power)s”事项还缺材料：%(names)s（%(article)s）。") % {
            "power": item.get_power_display(),
            "names": _named(missing),
            "article": NEEDS[item.power].article,
        }
    last, clause = item.session.papers_due()
    late = [kind for kind in NEEDS[item.power].papers if last and given[kind] > last]
    if not late:
        return None
    return _(
        "%(names)s%(given)s才送交代表，本次会议的材料最迟应在%(last)s送交，不能审议（%(clause)s，CON-16）。"
        "可以改期开会，或列入下次会议。"
    ) % {"names": _named(late), "given": day(max(given[kind] for kind in late)), "last": day(last), "clause": clause}


def _named(kinds: list[str]) -> str:
    return _("、").join(str(PaperKind(kind).label) for kind in kinds)


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
    if not item.session.is_sitting:
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


def may_be_resolved(item: Any) -> str | None:
    """While the session sits, and once: other words need another item (CON-23)."""
    if item.is_resolved():
        return _("这项议题已有决议，改变决议须另提新的议题（职代会条例第三十四条，CON-23）。")
    return None if item.session.is_sitting else _("会议不在进行中，不能形成决议。")


def session_is_ahead(item: Any) -> str | None:
    """What was announced in the agenda stands once the session is open."""
    return None if item.session.is_ahead else _("会议已经开幕，议题不能再改；可以撤回。")


def session_is_open_to_notes(item: Any) -> str | None:
    """Delegations are heard until the session is closed."""
    return None if item.session.is_open_to_notes else _("会议未召集或已归档，不能记录讨论意见。")


# fmt: off
ITEM_FLOW = Flow("congress.items", ItemState, [
    Step("amend", ItemState.PLANNED, None, manages, session_is_ahead, gettext_lazy("修改议题")),
    Step("move_up", ItemState.PLANNED, None, manages, session_is_ahead, gettext_lazy("提前一位")),
    Step("add_paper", ItemState.PLANNED, None, manages, None, gettext_lazy("登记材料")),
    Step("drop_paper", ItemState.PLANNED, None, manages, None, gettext_lazy("撤下材料")),
    Step("note", UNSETTLED, None, writes_notes, session_is_open_to_notes, gettext_lazy("记录讨论意见")),
    Step("call", ItemState.PLANNED, ItemState.CALLED, manages, fit_to_call, gettext_lazy("提请审议")),
    Step("hear", ItemState.CALLED, ItemState.HEARD, manages, may_be_heard, gettext_lazy("听取审议完毕")),
    Step("open_vote", ItemState.CALLED, None, manages, may_be_voted_on, gettext_lazy("开始表决")),
    Step("conclude", ItemState.CALLED, None, manages, has_verdict, gettext_lazy("按表决结果办结")),
    Step("adopt", ItemState.CALLED, ItemState.ADOPTED, manages, has_verdict, gettext_lazy("表决通过")),
    Step("reject", ItemState.CALLED, ItemState.REJECTED, manages, has_verdict, gettext_lazy("表决未通过")),
    Step("settle_election", ItemState.CALLED, ItemState.ELECTED, manages, has_verdict, gettext_lazy("选举产生")),
    Step("settle_appraisal", ItemState.CALLED, ItemState.APPRAISED, manages, has_verdict, gettext_lazy("完成测评")),
    Step("resolve", RESOLVABLE, None, manages, may_be_resolved, gettext_lazy("形成决议")),
    Step("seat_elected", ItemState.ELECTED, None, manages & of_members, None, gettext_lazy("登记当选人任职")),
    Step("name_elected", ItemState.ELECTED, None, manages & ~of_members, None, gettext_lazy("登记专门委员会当选人")),
    Step("put_back", ItemState.CALLED, ItemState.PLANNED, manages, is_not_being_voted_on, gettext_lazy("暂停审议")),
    Step("withdraw", UNSETTLED, ItemState.WITHDRAWN, manages, is_not_being_voted_on, gettext_lazy("撤回议题")),
])
# fmt: on
