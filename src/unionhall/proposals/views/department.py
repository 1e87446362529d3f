"""The department's desk: what it was given, by due date."""

from collections.abc import Callable
from typing import Any

import rules
from django.utils.translation import gettext_lazy as _

from unionhall.accounts.models import User
from unionhall.pages.declare import Pages, Verb
from unionhall.pages.panels import Facts, History, Panel, Related
from unionhall.pages.tables import Column
from unionhall.proposals import filters, forms, services, tables
from unionhall.proposals.flow import ASSIGNMENT_FLOW, FLOW, REPLY_FLOW, AssignmentState, ExtensionState
from unionhall.proposals.kinds import Part
from unionhall.proposals.models import Assignment, Extension, Reply
from unionhall.proposals.permissions import acts_for_some_department, manages, oversees
from unionhall.proposals.selectors import pages
from unionhall.proposals.views import panels


def of_case(service: Callable[..., Any]) -> Callable[..., None]:
    """A verb of the case, as the page of the lead's share takes it."""

    def act(share: Assignment, *, by: User, **facts: Any) -> None:
        service(share.proposal, by=by, **facts)

    return act


def open_on_case(verb: str) -> Any:
    """The predicate that the case of a lead's share is where this step starts, and this person may take it."""

    def holds(user: Any, share: Any = None) -> bool:
        if share is None or share.part != Part.LEAD:
            return False
        return verb in {step.verb for step in FLOW.open_steps(share.proposal, by=user)}

    return rules.predicate(holds, name=f"open_on_case:{verb}")


def _draft_of(share: Assignment) -> Reply | None:
    return share.proposal.current_reply() if share.part == Part.LEAD else None


@rules.predicate
def signs(user: Any, share: Any = None) -> bool:
    """The head of the department, while a reply waits to be signed (PRO-15)."""
    reply = _draft_of(share) if share else None
    return reply is not None and any(step.verb == "sign" for step in REPLY_FLOW.open_steps(reply, by=user))


def sign(share: Assignment, *, by: User) -> None:
    """Sign the reply that was drafted."""
    services.sign(share.proposal.current_reply(), by=by)


def _asked(share: Assignment) -> Extension | None:
    return share.extensions.filter(state=ExtensionState.ASKED).first()


@rules.predicate
def answers_extension(user: Any, share: Any = None) -> bool:
    """The committee, while a wish for more time waits for its answer (PRO-13)."""
    return share is not None and manages(user) and _asked(share) is not None


def grant(share: Assignment, *, by: User) -> None:
    """Give the time asked for."""
    services.grant_extension(share.extensions.get(state=ExtensionState.ASKED), by=by)


def turn_down(share: Assignment, *, by: User, answer: str) -> None:
    """Leave the day as it is."""
    services.refuse_extension(share.extensions.get(state=ExtensionState.ASKED), by=by, answer=answer)


def turn(share: Assignment) -> Any:
    """Whose turn it is."""
    return {
        AssignmentState.GIVEN: _("等待部门签收"),
        AssignmentState.ASKED_BACK: _("等待提案委员会答复退办申请"),
        AssignmentState.ACCEPTED: _("部门办理"),
    }.get(AssignmentState(share.state))


share_pages = Pages(
    name="proposals.shares",
    path="office/proposals/shares",
    model=Assignment,
    rows=pages.assignments,
    may_list=oversees | acts_for_some_department,
    flow=ASSIGNMENT_FLOW,
    table=tables.ShareTable,
    filters=filters.ShareFilters,
    title=_("承办提案"),
    turn=turn,
    about=_("交办会交办的提案在这里，按期限先后排列：先签收或申请退办，再办理和答复。"),
    verbs={
        "accept": Verb(None, services.accept, about=panels.return_rule),
        "ask_return": Verb(forms.ReasonForm, services.ask_return, about=panels.return_rule),
        "work": Verb(
            forms.WorkForm,
            of_case(services.work),
            label=_("登记办理情况"),
            who=open_on_case("work"),
            about=_("办理过程中应与提案人沟通，记下沟通的日期。"),
        ),
        "write_reply": Verb(
            forms.ReplyForm,
            of_case(services.write_reply),
            label=_("起草答复"),
            who=open_on_case("write_reply"),
            about=_("答复注明A、B、C、D一类；起草后由部门负责人审签，再由分管院领导阅签送出（PRO-14、PRO-15）。"),
        ),
        "sign": Verb(
            None,
            sign,
            label=_("审签答复"),
            who=signs,
            about=_("审签后文字封存，改动须由分管院领导退回（PRO-15）。"),
        ),
        "give_opinion": Verb(
            forms.OpinionForm, services.give_opinion, about=_("协办意见送主办部门，由主办部门统一答复（PRO-12）。")
        ),
        "ask_extension": Verb(
            forms.ExtensionForm,
            services.ask_extension,
            about=_("只能申请延长一次，经提案委员会同意有效（PRO-13）。"),
        ),
        "report": Verb(
            forms.TextOnlyForm,
            of_case(services.report),
            label=_("登记落实进展"),
            who=open_on_case("report"),
            about=_("承诺落实的事项跟踪到落实为止（PRO-18）。"),
        ),
        "agree_return": Verb(None, services.agree_return),
        "refuse_return": Verb(forms.ReasonForm, services.refuse_return),
        "grant_extension": Verb(None, grant, label=_("同意延期"), who=answers_extension),
        "refuse_extension": Verb(forms.RefuseExtensionForm, turn_down, label=_("不同意延期"), who=answers_extension),
    },
    panels=[
        Panel("proposals/days.html", panels.days_left),
        Panel("proposals/text.html", panels.text),
        Facts(
            Column("proposal.number", _("编号")),
            Column("proposal.category", _("类别")),
            Column("proposal.mover.person.name", _("提案人")),
            Column("proposal.mover.delegation.name", _("代表团")),
            "department",
            "part",
            "given_on",
            "due_on",
            "return_until",
            "return_reason",
            Column("proposal.leader.name", _("分管院领导")),
            Column("proposal.state", _("提案状态")),
        ),
        Related(panels.handling, _("主办和协办"), tables.HandlingTable),
        Related(panels.merged, _("并入的提案"), tables.MergedTable),
        Panel("proposals/replies.html", panels.answers),
        Related(panels.ratings, _("提案人评价"), tables.RatingTable),
        Related(panels.progress, _("办理情况"), tables.ProgressTable),
        Related(panels.chases, _("督办"), tables.ChaseTable),
        Panel("proposals/share_papers.html", panels.share_papers, aside=True),
        History(),
    ],
)
