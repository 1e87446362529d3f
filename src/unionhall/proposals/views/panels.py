"""What stands on the pages of a proposal, a share of it, a call."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from unionhall.calendar import services as calendar
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.proposals import figures, printing, selectors, statistics
from unionhall.proposals.flow import WRITING, AssignmentState, State
from unionhall.proposals.kinds import Outcome
from unionhall.proposals.models import (
    Assignment,
    Call,
    CarryOver,
    Chase,
    Decision,
    DeliveryMeeting,
    Progress,
    Proposal,
    Rating,
    Reply,
    Review,
    Second,
)
from unionhall.proposals.rules.text import points
from unionhall.rulebook.services import value


def case_of(obj: Any) -> Proposal:
    """The proposal a record is about: itself, or what it belongs to; for a merged sheet still the sheet."""
    return getattr(obj, "proposal", obj)


def text(request: HttpRequest, obj: Any) -> dict[str, Any]:
    """The three parts, and the points one by one."""
    proposal = case_of(obj)
    return {"proposal": proposal, "points": points(proposal.remedy)}


def support(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """Who stands behind the text as it stands, and how many are still needed (PRO-02, PRO-04)."""
    seconds = list(proposal.seconds.select_related("delegate__person__department"))
    standing = sum(second.is_standing for second in seconds)
    least = value("proposals.seconders_min")
    return {
        "seconds": seconds,
        "standing": standing,
        "least": least,
        "gap": 0 if proposal.for_delegation else max(0, least - standing),
        "is_open": proposal.state in WRITING,
    }


def likenesses(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """What was asked for before in similar words, as long as the text can still be changed."""
    if proposal.state not in WRITING:
        return {"alike": []}
    words = f"{proposal.title}\n{proposal.remedy}"
    return {"alike": selectors.similar(request.user, words, but=proposal)}


def replies(obj: Any, user: Any) -> QuerySet[Reply]:
    """The replies the reader may see, round by round."""
    return Reply.objects.visible_to(user).filter(proposal=case_of(obj)).select_related("signed_by", "seen_by")


def answers(request: HttpRequest, obj: Any) -> dict[str, Any]:
    """Every reply in full, and until when it may be rated."""
    proposal = case_of(obj)
    is_open = proposal.state in (State.ANSWERED, State.RATED)
    return {"replies": replies(obj, request.user), "until": proposal.rating_until() if is_open else None}


def days_left(request: HttpRequest, share: Assignment) -> dict[str, Any]:
    """Working days left to hand it back (PRO-11), and for the answer."""
    return {
        "return_left": left(share.return_until) if share.state == AssignmentState.GIVEN else "",
        "due_left": left(share.due_on),
        "is_late": share.due_on < clock.today(),
        "extension": share.extensions.first(),
    }


def return_rule(share: Assignment) -> str:
    """Until when it can be handed back, how many working days that leaves, and the rule (PRO-11)."""
    return _("收到后七个工作日内可以申请退办，说明理由并经提案委员会同意（PRO-11）。退办%(left)s。") % {
        "left": left(share.return_until)
    }


def left(last: date) -> str:
    """How long there is until a day, in working days."""
    days = calendar.working_days(clock.today(), last)
    if clock.today() > last:
        return _("已于%(day)s截止") % {"day": day(last)}
    if not days:
        return _("今天截止")
    return _("到%(day)s截止，还有%(days)s个工作日") % {"day": day(last), "days": days}


def papers(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """The printed forms of a proposal: the letter once there is a reply."""
    names = ["sheet", *(["letter"] if proposal.answered_on else [])]
    return {"forms": [(name, printing.FORMS[name].label) for name in names]}


def share_papers(request: HttpRequest, share: Assignment) -> dict[str, Any]:
    """The order by which a department was given its share."""
    return {"form": printing.FORMS["order"]}


def call_papers(request: HttpRequest, call: Call) -> dict[str, Any]:
    """What is printed of a session's proposals; past ones are entered once the session is over."""
    forms = [(name, printing.FORMS[name].label) for name in ("report", "volume")]
    return {"forms": forms, "is_over": clock.today() > call.session.ends_on}


def merged(obj: Any, user: Any) -> QuerySet[Proposal]:
    """The sheets merged into the case."""
    return case_of(obj).merged.select_related("mover__person")


def handling(obj: Any, user: Any) -> QuerySet[Assignment]:
    """Every share in the case, handed back ones included."""
    return case_of(obj).assignments.select_related("department")


def reviews(proposal: Proposal, user: Any) -> QuerySet[Review]:
    """What the committee found, the latest first."""
    return proposal.reviews.all()


def own_reviews(proposal: Proposal, user: Any) -> QuerySet[Review]:
    """What was found, for mover and seconders, once it was decided."""
    return proposal.reviews.all()[:1] if proposal.decision_id else proposal.reviews.none()


def road(request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
    """The public road of a proposal: each step with its day, those to come without; of an excellent one also its text."""
    case = proposal.merged_into or proposal
    days = [
        (_("提交"), proposal.submitted_on),
        (_("审定：%(outcome)s") % {"outcome": proposal.get_outcome_display()}, _decided_on(proposal)),
    ]
    if case.outcome == Outcome.FILE:
        days += [(_("交办"), case.assigned_on), (_("答复"), case.answered_on)]
    if case.promises or case.fulfilled_on:
        days.append((_("落实"), case.fulfilled_on))
    if not case.promises:
        days.append((_("办结"), case.closed_on))
    return {"case": case, "steps": days, "points": points(proposal.remedy) if proposal.is_excellent else []}


def _decided_on(proposal: Proposal) -> Any:
    return proposal.decision.decided_on if proposal.decision else proposal.submitted_on


def progress(obj: Any, user: Any) -> QuerySet[Progress]:
    """What was done, the latest first."""
    return case_of(obj).progress.all()


def chases(obj: Any, user: Any) -> QuerySet[Chase]:
    """When departments were pressed."""
    return case_of(obj).chases.all()


def ratings(obj: Any, user: Any) -> QuerySet[Rating]:
    """What movers said of it, as far as the reader may see."""
    return Rating.objects.visible_to(user).filter(proposal=case_of(obj)).select_related("delegate__person")


def carried(proposal: Proposal, user: Any) -> QuerySet[CarryOver]:
    """To which sessions it was carried over."""
    return proposal.carried.select_related("session__term")


def seconds(proposal: Proposal, user: Any) -> QuerySet[Second]:
    """Who was asked, and what they said."""
    return proposal.seconds.select_related("delegate__person__department")


def funnel(request: HttpRequest, call: Call) -> dict[str, Any]:
    """Received, filed, referred, answered, declined, replied: each in its own unit, each opening its rows."""
    scope = statistics.scope_of(call)
    counts = (
        figures.received, figures.points, figures.filed_sheets, figures.cases, figures.merged, figures.suggestions,
        figures.answered_only, figures.declined, figures.replied, figures.implemented,
    )  # fmt: skip
    rates = (
        figures.docket_rate, figures.reply_rate, figures.on_time_rate, figures.implementation_rate,
        figures.attitude_rate, figures.result_rate,
    )  # fmt: skip
    return {"counts": [figure(scope) for figure in counts], "rates": [figure(scope) for figure in rates]}


def decisions(call: Call, user: Any) -> QuerySet[Decision]:
    """Sittings that decided."""
    return Decision.objects.visible_to(user).filter(call=call)


def deliveries(call: Call, user: Any) -> QuerySet[DeliveryMeeting]:
    """Meetings at which cases were handed over."""
    return DeliveryMeeting.objects.visible_to(user).filter(call=call)
