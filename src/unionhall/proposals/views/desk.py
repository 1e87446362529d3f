"""The committee's desk: calls, and every proposal from its review to the archive."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.files.panels import Files
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.proposals import filters, forms, selectors, services, tables
from unionhall.proposals.flow import FLOW, State
from unionhall.proposals.models import Assignment, Call, Proposal
from unionhall.proposals.permissions import manages, oversees
from unionhall.proposals.selectors import pages
from unionhall.proposals.views import panels
from unionhall.rulebook.services import cite, value


def decide(call: Call, *, by: User, proposals: Sequence[Proposal], **sitting: Any) -> None:
    """Set down a sitting and let everything it agreed to stand: all or nothing (PRO-10)."""
    decision = services.record_decision(by=by, call=call, **sitting)
    services.approve_all(by=by, decision=decision, proposals=proposals)


def share_url(share: Assignment) -> str:
    """Where a department's share opens."""
    return reverse("proposals.shares.detail", args=[share.pk])


def deliver(call: Call, *, by: User, held_on: date, **facts: Any) -> None:
    """Set down a delivery meeting of the call."""
    services.record_delivery(by=by, call=call, held_on=held_on, **facts)


def how_long(call: Call | None) -> str:
    """How long a call usually runs, by the rulebook (PRO-01)."""
    usual = value("proposals.call_days")
    words = {"least": usual.least, "most": usual.most, "cited": cite("proposals.call_days")}
    return gettext("征集通知发给本届全体代表，征集时间一般%(least)s至%(most)s天（%(cited)s，PRO-01）。") % words


TURNS = {
    State.SUBMITTED: _("等待提案委员会初审"),
    State.REVIEWING: _("等待主席团或党政联席会议审定"),
    State.FILED: _("等待交办"),
    State.RETURNED: _("等待重新交办"),
    State.ASSIGNED: _("等待承办部门签收"),
    State.ACCEPTED: _("承办部门办理"),
    State.PROCESSING: _("承办部门办理"),
    State.REOPENED: _("承办部门再次办理"),
    State.ANSWERED: _("等待提案人评价"),
    State.RATED: _("等待提案委员会办结"),
    State.ESCALATED: _("等待党政会议研究"),
    State.TRACKING: _("跟踪到落实为止"),
    State.SUGGESTION: _("等待书面答复"),
    State.REPLIED_ONLY: _("等待书面答复"),
}


def turn(proposal: Proposal) -> Any:
    """Whose turn it is."""
    return TURNS.get(State(proposal.state))


proposal_pages = Pages(
    name="proposals",
    path="office/proposals/all",
    model=Proposal,
    rows=selectors.handed_in,
    may_list=oversees,
    flow=FLOW,
    table=tables.ProposalTable,
    filters=filters.ProposalFilters,
    title=_("提案"),
    turn=turn,
    about=_("职工代表提交的提案都在这里：初审、审定、交办、督办、答复、评价、跟踪和归档。"),
    verbs={
        "review": Verb(
            forms.ReviewForm,
            services.review,
            many=True,
            about=_("五种结论选一：立案、并案、转为意见建议、作意见答复、不予立案；后三种须书面说明理由（PRO-08）。"),
        ),
        "approve": Verb(
            forms.ApproveForm,
            services.approve,
            many=True,
            about=_("按初审意见生效，提案人和附议人会收到结论和理由（PRO-10）。"),
        ),
        "send_back": Verb(forms.ReasonForm, services.send_back),
        "assign": Verb(
            forms.AssignForm,
            services.assign,
            many=True,
            about=_("一个主办部门，可有若干协办部门；期限按工作日历计算（PRO-10、PRO-12、PRO-13）。"),
        ),
        "respond": Verb(forms.TextOnlyForm, services.respond),
        "answer": Verb(
            forms.RemarkForm,
            services.answer,
            about=_("答复经部门负责人审签，您阅签后送达提案人和全体附议人（PRO-15）。"),
        ),
        "track": Verb(None, services.track, many=True, about=_("B类、C类答复须跟踪到落实（PRO-18）。")),
        "close": Verb(forms.ClosingForm, services.close, many=True),
        "reopen": Verb(
            forms.ReasonForm, services.reopen, about=_("不满意并要求再办的，一个月内再次答复，限一次（PRO-17）。")
        ),
        "escalate": Verb(forms.ReasonForm, services.escalate),
        "settle": Verb(forms.TextOnlyForm, services.settle),
        "fulfil": Verb(forms.FulfilForm, services.fulfil),
        "carry_over": Verb(
            forms.CarryForm,
            services.carry_over,
            many=True,
            about=_("当年没有落实的转下次会议继续办理（PRO-18）。"),
        ),
        "explain": Verb(forms.TextOnlyForm, services.explain),
        "report": Verb(forms.TextOnlyForm, services.report),
        "chase": Verb(
            forms.TextOnlyForm, services.chase, many=True, about=_("承办部门会收到督办意见，并记入办理经过。")
        ),
        "commend": Verb(forms.ReasonForm, services.commend, about=_("优秀提案向全体会员公布（PRO-20）。")),
        "archive": Verb(None, services.archive, many=True),
    },
    panels=[
        Panel("proposals/text.html", panels.text),
        Facts(
            Column("call.session", _("会议")),
            "category",
            Column("mover.person.name", _("提案人")),
            Column("mover.delegation.name", _("代表团")),
            "for_delegation",
            "submitted_on",
            Column("suggested_department.name", _("建议承办部门")),
            "outcome",
            Column("decision", _("审定")),
            Column("merged_into", _("主案")),
            Column("department.name", _("主办部门")),
            Column("leader.name", _("分管院领导")),
            "is_complex",
            "assigned_on",
            "due_on",
            "answered_on",
            "was_on_time",
            "reply_class",
            "promised_on",
            "fulfilled_on",
            Column("carried_to", _("结转至")),
            "is_excellent",
            "archive_number",
        ),
        Related(panels.seconds, _("附议"), tables.SecondTable),
        Related(panels.merged, _("并入的提案"), tables.MergedTable, link=lambda one: proposal_pages.url("detail", one)),
        Related(panels.reviews, _("初审意见"), tables.ReviewTable),
        Related(panels.handling, _("承办部门"), tables.HandlingTable, link=share_url),
        Panel("proposals/replies.html", panels.answers),
        Related(panels.ratings, _("提案人评价"), tables.RatingTable),
        Related(panels.progress, _("办理情况"), tables.ProgressTable),
        Related(panels.chases, _("督办"), tables.ChaseTable),
        Related(panels.carried, _("结转"), tables.CarryTable),
        Facts("closing", columns=1, title=_("办结说明")),
        Files(Proposal, may_attach=manages),
        Panel("proposals/papers.html", panels.papers, who=manages, aside=True),
        History(),
    ],
)

call_pages = Pages(
    name="proposals.calls",
    path="office/proposals/calls",
    model=Call,
    rows=pages.calls,
    may_list=oversees,
    table=tables.CallTable,
    title=_("提案征集"),
    about=_("每次职代会前发出一次征集；收到、审定、交办和办理的数字按会议汇总。"),
    verbs={
        "open_call": Verb(
            forms.CallForm,
            services.open_call,
            label=_("发出征集"),
            who=manages,
            creates=True,
            about=how_long,
        ),
        "decide": Verb(
            forms.DecideForm,
            decide,
            label=_("登记审定"),
            who=manages,
            about=_("提案委员会初审后由主席团或党政联席会议审定（PRO-10）；勾选的提案一并生效。"),
        ),
        "deliver": Verb(forms.DeliverForm, deliver, label=_("登记交办会"), who=manages),
        "move_call": Verb(forms.MoveCallForm, services.move_call, label=_("调整截止日期"), who=manages),
    },
    panels=[
        Panel("proposals/funnel.html", panels.funnel),
        Facts("session", "opens_on", "closes_on"),
        Facts("text", columns=1, title=_("征集通知")),
        Related(panels.decisions, _("审定"), tables.DecisionTable),
        Related(panels.deliveries, _("交办会"), tables.DeliveryTable),
        Panel("proposals/call_doors.html", panels.call_papers, who=manages, aside=True),
        History(),
    ],
)
