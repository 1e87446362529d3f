"""The states of a proposal and of what belongs to it, and the steps between them."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from unionhall.accounts.models import User
from unionhall.flows import Flow, Step
from unionhall.kernel import clock
from unionhall.proposals.kinds import PROMISING, Answer, Outcome, Part
from unionhall.proposals.permissions import (
    acts_for,
    asks_again,
    handles,
    heads,
    is_in_charge,
    is_mover,
    manages,
    rates,
    reports,
    was_asked,
)
from unionhall.proposals.rules import deadlines, replies, seconds
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.rules.text import parts_problem
from unionhall.rulebook.services import cite, value


class State(models.TextChoices):
    DRAFT = "draft", gettext_lazy("草拟")
    SECONDING = "seconding", gettext_lazy("征集附议")
    SUBMITTED = "submitted", gettext_lazy("待初审")
    REVIEWING = "reviewing", gettext_lazy("已初审待审定")
    FILED = "filed", gettext_lazy("已立案待交办")
    MERGED = "merged", gettext_lazy("已并案")
    SUGGESTION = "suggestion", gettext_lazy("转为意见建议")
    REPLIED_ONLY = "replied_only", gettext_lazy("作意见答复")
    REJECTED = "rejected", gettext_lazy("不予立案")
    ASSIGNED = "assigned", gettext_lazy("已交办")
    RETURNED = "returned", gettext_lazy("已退办")
    ACCEPTED = "accepted", pgettext_lazy("proposals", "已签收")
    PROCESSING = "processing", gettext_lazy("办理中")
    ANSWERED = "answered", gettext_lazy("已答复")
    RATED = "rated", gettext_lazy("已评价")
    REOPENED = "reopened", gettext_lazy("再次办理")
    ESCALATED = "escalated", gettext_lazy("已提请党政会议")
    TRACKING = "tracking", gettext_lazy("跟踪落实")
    CLOSED = "closed", gettext_lazy("已办结")
    ARCHIVED = "archived", gettext_lazy("已归档")
    WITHDRAWN = "withdrawn", gettext_lazy("已撤回")


class AssignmentState(models.TextChoices):
    GIVEN = "given", pgettext_lazy("proposals", "待签收")
    ACCEPTED = "accepted", pgettext_lazy("proposals", "已签收")
    ASKED_BACK = "asked_back", gettext_lazy("申请退办")
    RETURNED = "returned", gettext_lazy("已退办")
    DONE = "done", gettext_lazy("已完成")


class ReplyState(models.TextChoices):
    DRAFT = "draft", gettext_lazy("起草")
    SIGNED = "signed", gettext_lazy("已审签")
    ISSUED = "issued", gettext_lazy("已答复")


class ExtensionState(models.TextChoices):
    ASKED = "asked", gettext_lazy("待批准")
    GRANTED = "granted", gettext_lazy("已批准")
    REFUSED = "refused", gettext_lazy("未批准")


WRITING = (State.DRAFT, State.SECONDING)
BEFORE_DECISION = (*WRITING, State.SUBMITTED, State.REVIEWING)
WITH_DEPARTMENT = (State.ASSIGNED, State.ACCEPTED, State.PROCESSING, State.REOPENED)
IN_HAND = (State.ACCEPTED, State.PROCESSING, State.REOPENED)
OWED = (*WITH_DEPARTMENT, State.TRACKING)
AFTER_ANSWER = (State.ANSWERED, State.RATED, State.REOPENED, State.ESCALATED, State.TRACKING)
CASE = (State.FILED, State.RETURNED, *WITH_DEPARTMENT, *AFTER_ANSWER, State.CLOSED, State.ARCHIVED)
LIVE_ASSIGNMENT = (AssignmentState.GIVEN, AssignmentState.ACCEPTED, AssignmentState.ASKED_BACK)


def text_is_whole(proposal: Any) -> str | None:
    """Matter, grounds and remedy (PRO-03)."""
    return parts_problem({"title": proposal.title, "grounds": proposal.grounds, "remedy": proposal.remedy})


def fit_to_submit(proposal: Any) -> str | None:
    """Whole (PRO-03), in time (PRO-05), and seconded in these very words by enough delegates (PRO-02, PRO-04)."""
    if problem := text_is_whole(proposal):
        return problem
    if deadlines.is_late(clock.today(), proposal.call.closes_on):
        return _("征集已经截止，现在提交只作意见建议%(clause)s。") % {"clause": clause("PRO-05")}
    if proposal.for_delegation:
        return None
    least, cited = value("proposals.seconders_min"), cite("proposals.seconders_min")
    return seconds.seconds_problem(proposal.seconds.standing().count(), least, cited)


def call_is_over(proposal: Any) -> str | None:
    """What comes late is a suggestion; what comes in time is not (PRO-05)."""
    if deadlines.is_late(clock.today(), proposal.call.closes_on):
        return text_is_whole(proposal)
    return _("征集还没有截止，请按提案提交%(clause)s。") % {"clause": clause("PRO-05")}


def all_consent(proposal: Any) -> str | None:
    """Everybody who seconded it agrees (PRO-04)."""
    waiting = proposal.seconds.confirmed().filter(consented_at=None).values_list("delegate__person__name", flat=True)
    return seconds.consent_problem(list(waiting))


def reviewed_as(outcome: Outcome) -> Any:
    """The guard that the committee's review ended so (PRO-10)."""

    def guard(proposal: Any) -> str | None:
        if proposal.outcome == outcome:
            return None
        return _("初审意见不是“%(outcome)s”%(clause)s。") % {"outcome": outcome.label, "clause": clause("PRO-10")}

    return guard


def lead_is_filed(proposal: Any) -> str | None:
    """A sheet is merged into a case that is filed (PRO-08)."""
    if proposal.outcome != Outcome.MERGE:
        return reviewed_as(Outcome.MERGE)(proposal)
    if proposal.merged_into.state in CASE:
        return None
    return _("主案%(number)s还没有立案，请先审定主案%(clause)s。") % {
        "number": proposal.merged_into.number,
        "clause": clause("PRO-08"),
    }


def may_be_answered(proposal: Any) -> str | None:
    """The reply is signed by the head of the department, and nothing else has gone out in this round (PRO-15)."""
    reply = proposal.current_reply()
    if reply is None:
        return _("还没有起草答复%(clause)s。") % {"clause": clause("PRO-15")}
    if reply.state == ReplyState.DRAFT:
        return _("答复还没有经承办部门负责人审签，不能送出%(clause)s。") % {"clause": clause("PRO-15")}
    return None


def may_be_handled_again(proposal: Any) -> str | None:
    """Somebody is not satisfied and wants it, and it was not handled again before (PRO-17)."""
    most = value("proposals.again_times")
    return replies.again_problem(proposal.round, most=most, wanted=proposal.ratings_now().wanting_again().exists())


def was_handled_again(proposal: Any) -> str | None:
    """Only what was handled again and still does not satisfy goes to the joint meeting (PRO-17)."""
    if not proposal.ratings_now().unsatisfied().exists():
        return _("本次办理没有“不满意”的评价%(clause)s。") % {"clause": clause("PRO-17")}
    if proposal.round <= value("proposals.again_times"):
        return _("不满意的应先再次办理%(clause)s。") % {"clause": clause("PRO-17")}
    return None


def is_settled(proposal: Any) -> str | None:
    """Rated, or the time for it is over, and nobody waits for it to be handled again (PRO-16, PRO-17)."""
    if may_be_handled_again(proposal) is None:
        return _("有提案人要求再次办理，请先办理%(clause)s。") % {"clause": clause("PRO-17")}
    if proposal.state == State.ANSWERED and clock.today() <= proposal.rating_until():
        return _("提案人还可以评价，期限届满后才能办结%(clause)s。") % {"clause": clause("PRO-16")}
    return None


def fit_to_close(proposal: Any) -> str | None:
    """A and D end with the answer; B and C are followed until they are done (PRO-18)."""
    if proposal.reply_class in PROMISING:
        return _("%(class)s类答复须跟踪到落实，请转入跟踪%(clause)s。") % {
            "class": proposal.reply_class,
            "clause": clause("PRO-18"),
        }
    return is_settled(proposal)


def fit_to_track(proposal: Any) -> str | None:
    """Only what promises something is followed (PRO-18)."""
    if proposal.reply_class not in PROMISING:
        return _("只有B类、C类答复需要跟踪%(clause)s。") % {"clause": clause("PRO-18")}
    return is_settled(proposal)


def term_is_over(proposal: Any) -> str | None:
    """Within its term it is carried over; after it, what is not done is explained in writing (PRO-18)."""
    if proposal.call.session.term.closed_on:
        return None
    return _("本届尚未换届，未落实的请结转下次会议%(clause)s。") % {"clause": clause("PRO-18")}


def lead_is_archived(proposal: Any) -> str | None:
    """A merged sheet goes to the archive with its case (PRO-08)."""
    if proposal.state != State.MERGED or proposal.merged_into.state == State.ARCHIVED:
        return None
    return _("并入的提案随主案%(number)s归档%(clause)s。") % {
        "number": proposal.merged_into.number,
        "clause": clause("PRO-08"),
    }


def may_be_returned(assignment: Any) -> str | None:
    """Within seven working days (PRO-11)."""
    return deadlines.return_problem(clock.today(), assignment.return_until)


def is_support(assignment: Any) -> str | None:
    """Who supports gives an opinion; who leads gives the reply (PRO-12)."""
    if assignment.part == Part.SUPPORT:
        return None
    return _("主办部门写答复，不写协办意见%(clause)s。") % {"clause": clause("PRO-12")}


def may_ask_longer(assignment: Any) -> str | None:
    """The lead, and once (PRO-13)."""
    if assignment.part != Part.LEAD:
        return _("只有主办部门可以申请延长答复期限%(clause)s。") % {"clause": clause("PRO-13")}
    if assignment.extensions.exclude(state=ExtensionState.REFUSED).exists():
        return _("答复期限只能延长一次，已申请过%(clause)s。") % {"clause": clause("PRO-13")}
    return None


def seconds_are_open(second: Any) -> str | None:
    """A second is given while the text can still be handed in (PRO-04)."""
    if second.proposal.state in WRITING:
        return None
    return _("提案已经提交，不能再附议%(clause)s。") % {"clause": clause("PRO-04")}


def is_being_withdrawn(second: Any) -> str | None:
    """Consent answers a wish of the mover (PRO-04)."""
    if second.proposal.withdrawal_reason and second.proposal.state in BEFORE_DECISION:
        return None
    return _("提案人没有申请撤回%(clause)s。") % {"clause": clause("PRO-04")}


def asks_first(proposal: Any) -> bool:
    """Whether somebody seconded it who is to be asked, and was not yet, before it is taken back (PRO-04)."""
    return not proposal.withdrawal_reason and all_consent(proposal) is not None


class Prompted(Flow):
    """A flow some of whose steps are on offer only where the record gives cause for them, and else not even greyed.

    `causes` says so by verb; a step taken all the same is refused by its guard, with the reason.
    """

    def __init__(self, *args: Any, causes: dict[str, Callable[[Any], bool]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.causes = causes

    def open_steps(self, obj: models.Model, *, by: User) -> list[Step]:
        """The steps on offer, blocked ones included, for which there is cause."""
        steps = super().open_steps(obj, by=by)
        return [step for step in steps if step.verb not in self.causes or self.causes[step.verb](obj)]


# fmt: off
S, A, R = State, AssignmentState, ReplyState
FLOW = Prompted("proposals", State, [
    Step("amend", WRITING, None, is_mover, None, gettext_lazy("修改提案")),
    Step("ask_seconds", WRITING, S.SECONDING, is_mover, text_is_whole, gettext_lazy("邀请附议")),
    Step("submit", WRITING, S.SUBMITTED, is_mover, fit_to_submit, gettext_lazy("提交提案")),
    Step("submit_late", WRITING, S.SUGGESTION, is_mover, call_is_over, gettext_lazy("作为意见建议提交")),
    Step("ask_withdrawal", BEFORE_DECISION, None, is_mover, None, gettext_lazy("申请撤回")),
    Step("withdraw", BEFORE_DECISION, S.WITHDRAWN, is_mover, all_consent, gettext_lazy("撤回提案")),
    Step("review", (S.SUBMITTED, S.REVIEWING), S.REVIEWING, manages, None, gettext_lazy("初审")),
    Step("approve", S.REVIEWING, None, manages, None, gettext_lazy("登记审定")),
    Step("file", S.REVIEWING, S.FILED, manages, reviewed_as(Outcome.FILE), gettext_lazy("立案")),
    Step("merge", S.REVIEWING, S.MERGED, manages, lead_is_filed, gettext_lazy("并案")),
    Step("refer", S.REVIEWING, S.SUGGESTION, manages, reviewed_as(Outcome.SUGGESTION), gettext_lazy("转为意见建议")),
    Step("answer_only", S.REVIEWING, S.REPLIED_ONLY, manages, reviewed_as(Outcome.ANSWER), gettext_lazy("作意见答复")),
    Step("decline", S.REVIEWING, S.REJECTED, manages, reviewed_as(Outcome.DECLINE), gettext_lazy("不予立案")),
    Step("send_back", S.REVIEWING, S.SUBMITTED, manages, None, gettext_lazy("退回重审")),
    Step("respond", (S.SUGGESTION, S.REPLIED_ONLY), S.CLOSED, manages, None, gettext_lazy("书面答复")),
    Step("assign", (S.FILED, S.RETURNED), S.ASSIGNED, manages, None, gettext_lazy("交办")),
    Step("accept", S.ASSIGNED, S.ACCEPTED, handles, None, pgettext_lazy("proposals", "签收")),
    Step("hand_back", S.ASSIGNED, S.RETURNED, manages, None, gettext_lazy("同意退办")),
    Step("work", IN_HAND, S.PROCESSING, handles, None, gettext_lazy("登记办理情况")),
    Step("write_reply", IN_HAND, S.PROCESSING, handles, None, gettext_lazy("起草答复")),
    Step("answer", S.PROCESSING, S.ANSWERED, is_in_charge, may_be_answered, gettext_lazy("阅签并送出答复")),
    Step("rate", (S.ANSWERED, S.RATED), S.RATED, rates, None, gettext_lazy("评价办理")),
    Step("reopen", S.RATED, S.REOPENED, asks_again, may_be_handled_again, gettext_lazy("再次办理")),
    Step("escalate", S.RATED, S.ESCALATED, manages, was_handled_again, gettext_lazy("提请党政会议")),
    Step("settle", S.ESCALATED, S.CLOSED, manages, None, gettext_lazy("登记党政会议意见")),
    Step("track", (S.ANSWERED, S.RATED, S.ESCALATED), S.TRACKING, manages, fit_to_track, gettext_lazy("转入跟踪")),
    Step("close", (S.ANSWERED, S.RATED), S.CLOSED, manages, fit_to_close, gettext_lazy("办结")),
    Step("report", S.TRACKING, None, reports, None, gettext_lazy("登记落实进展")),
    Step("carry_over", S.TRACKING, None, manages, None, gettext_lazy("结转下次会议")),
    Step("fulfil", S.TRACKING, S.CLOSED, manages, None, gettext_lazy("确认落实")),
    Step("explain", S.TRACKING, S.CLOSED, manages, term_is_over, gettext_lazy("书面说明未落实")),
    Step("chase", OWED, None, manages, None, gettext_lazy("督办")),
    Step("commend", (S.CLOSED, S.TRACKING, S.ARCHIVED), None, manages, None, gettext_lazy("评为优秀提案")),
    Step("archive", (S.CLOSED, S.REJECTED, S.MERGED), S.ARCHIVED, manages, lead_is_archived, gettext_lazy("归档")),
], causes={
    "submit_late": lambda proposal: deadlines.is_late(clock.today(), proposal.call.closes_on),
    "ask_withdrawal": asks_first,
    "withdraw": lambda proposal: not asks_first(proposal),
})
SECOND_FLOW = Prompted("proposals.seconds", Answer, [
    Step("second", Answer.ASKED, Answer.CONFIRMED, was_asked, seconds_are_open, gettext_lazy("附议")),
    Step("refuse", Answer.ASKED, Answer.REFUSED, was_asked, seconds_are_open, gettext_lazy("不附议")),
    Step("consent", Answer.CONFIRMED, None, was_asked, is_being_withdrawn, gettext_lazy("同意撤回")),
], causes={"consent": lambda second: is_being_withdrawn(second) is None})
ASSIGNMENT_FLOW = Flow("proposals.assignments", AssignmentState, [
    Step("accept", A.GIVEN, A.ACCEPTED, acts_for, None, pgettext_lazy("proposals", "签收")),
    Step("ask_return", A.GIVEN, A.ASKED_BACK, acts_for, may_be_returned, gettext_lazy("申请退办")),
    Step("agree_return", A.ASKED_BACK, A.RETURNED, manages, None, gettext_lazy("同意退办")),
    Step("refuse_return", A.ASKED_BACK, A.GIVEN, manages, None, gettext_lazy("不同意退办")),
    Step("give_opinion", (A.GIVEN, A.ACCEPTED), A.DONE, acts_for, is_support, gettext_lazy("提出协办意见")),
    Step("finish", LIVE_ASSIGNMENT, A.DONE, is_in_charge, None, gettext_lazy("答复送出")),
    Step("reopen", A.DONE, A.ACCEPTED, asks_again, None, gettext_lazy("再次办理")),
    Step("ask_extension", A.ACCEPTED, None, acts_for, may_ask_longer, gettext_lazy("申请延长期限")),
])
REPLY_FLOW = Flow("proposals.replies", ReplyState, [
    Step("sign", R.DRAFT, R.SIGNED, heads, None, gettext_lazy("审签")),
    Step("send_back", R.SIGNED, R.DRAFT, is_in_charge, None, gettext_lazy("退回修改")),
    Step("issue", R.SIGNED, R.ISSUED, is_in_charge, None, gettext_lazy("送出")),
])
EXTENSION_FLOW = Flow("proposals.extensions", ExtensionState, [
    Step("grant", ExtensionState.ASKED, ExtensionState.GRANTED, manages, None, gettext_lazy("同意延长")),
    Step("turn_down", ExtensionState.ASKED, ExtensionState.REFUSED, manages, None, gettext_lazy("不同意延长")),
])
# fmt: on
