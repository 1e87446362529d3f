"""Cases are given to departments at a delivery meeting, taken on, or handed back."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.audit import services as audit
from unionhall.calendar import services as calendar
from unionhall.calendar.services import Unit
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.models import Department, Person
from unionhall.people.selectors import holders
from unionhall.proposals.flow import ASSIGNMENT_FLOW, FLOW, AssignmentState
from unionhall.proposals.kinds import Part
from unionhall.proposals.models import Assignment, Call, DeliveryMeeting, Proposal
from unionhall.proposals.rules import deadlines
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.rulebook.services import value


@transaction.atomic
def record_delivery(*, by: User, call: Call, held_on: date, place: str = "", note: str = "") -> DeliveryMeeting:
    """Set down a delivery meeting: deadlines count from its day for what is assigned by then (PRO-10)."""
    checks.by_committee(by)
    meeting = DeliveryMeeting.objects.create(call=call, held_on=held_on, place=place, note=note)
    audit.record("proposals.record_delivery", meeting, by=by, after=audit.snapshot(meeting, ["held_on", "place"]))
    return meeting


@transaction.atomic
def assign(
    proposal: Proposal,
    *,
    by: User,
    meeting: DeliveryMeeting,
    department: Department,
    supporting: Sequence[Department] = (),
    leader: Person | None = None,
    is_complex: bool = False,
    due_on: date | None = None,
) -> Assignment:
    """Give a case to the department responsible and to those who support it; returns the lead's share (PRO-10).

    Every period counts from the meeting's day, or from today where the department receives it later. Without `due_on` the reply
    is due after the rulebook's days. Raises Blocked for a meeting of another session or before the decision (PRO-10), a day off
    (G-05), a day past the outer limit (PRO-13), the lead among the supporting, or a leader who is none.
    """
    checks.lock(proposal)
    FLOW.check(proposal, "assign", by=by)
    _check_parties(meeting, proposal, department, supporting, leader)
    given_on = max(meeting.held_on, clock.today())
    due = _due(given_on, is_complex=is_complex, asked=due_on)
    fields = {
        "department": department, "leader": leader, "is_complex": is_complex, "assigned_on": given_on,
        "due_on": due.day,
    }  # fmt: skip
    FLOW.fire(proposal, "assign", by=by, fields=fields)
    _free(proposal, department, by)
    lead = _give(proposal, meeting, department, Part.LEAD, due, given_on)
    known = set(proposal.assignments.live().values_list("department", flat=True))
    opinion = calendar.add(given_on, value("proposals.opinion_months", given_on), Unit.MONTH)
    for one in supporting:
        if one.pk not in known:
            _give(proposal, meeting, one, Part.SUPPORT, opinion, given_on)
    return lead


def _check_parties(
    meeting: DeliveryMeeting,
    proposal: Proposal,
    department: Department,
    supporting: Sequence[Department],
    leader: Person | None,
) -> None:
    if meeting.call_id != proposal.call_id:
        raise Blocked(_("这次交办会不是为本次会议提案召开的%(clause)s。") % {"clause": clause("PRO-10")})
    if proposal.decision:
        checks.free_of(deadlines.delivery_problem(meeting.held_on, proposal.decision.decided_on))
    if department.pk in {one.pk for one in supporting}:
        raise Blocked(_("主办部门不能同时协办%(clause)s。") % {"clause": clause("PRO-10")})
    if leader and not holders(Role.HOSPITAL_LEADER).filter(person=leader).exists():
        raise Blocked(
            _("%(name)s不是院领导，不能作为分管领导%(clause)s。") % {"name": leader, "clause": clause("PRO-15")}
        )


def _due(given_on: date, *, is_complex: bool, asked: date | None) -> calendar.Deadline:
    kind = "reply_complex" if is_complex else "reply"
    latest = calendar.add(given_on, value(f"proposals.{kind}_months_max", given_on), Unit.MONTH)
    if asked is None:
        usual = calendar.add(given_on, value(f"proposals.{kind}_days", given_on), Unit.DAY)
        return min(usual, latest, key=lambda one: one.day)
    working = calendar.is_working_day(asked)
    checks.free_of(deadlines.due_problem(asked, given_on=given_on, latest=latest.day, is_working=working))
    return calendar.Deadline(asked, not calendar.known(asked.year))


def _give(
    proposal: Proposal,
    meeting: DeliveryMeeting,
    department: Department,
    part: Part,
    due: calendar.Deadline,
    given_on: date,
) -> Assignment:
    back = calendar.add(given_on, value("proposals.return_workdays", given_on), Unit.WORKDAY)
    given = Assignment.objects.create(
        proposal=proposal,
        department=department,
        part=part,
        meeting=meeting,
        given_on=given_on,
        due_on=due.day,
        is_provisional=due.provisional,
        return_until=back.day,
    )
    to = persons.acting_for(department)
    words = {"part": part.label, "due": day(due.day), "return_until": day(back.day)}
    notices.after_commit("proposals.assigned", given, to=to, **words)
    return given


def _free(proposal: Proposal, department: Department, by: User) -> None:
    """A supporting department that is now to lead supports no longer."""
    for share in proposal.assignments.filter(department=department).exclude(state=AssignmentState.RETURNED):
        before = audit.snapshot(share, ["state"])
        share.state, share.return_reason = AssignmentState.RETURNED, _("改为主办")
        share.save(update_fields=["state", "return_reason"])
        audit.record("proposals.free", share, by=by, before=before, after=audit.snapshot(share, before))


@transaction.atomic
def accept(assignment: Assignment, *, by: User) -> None:
    """Take one's share on; the lead's acceptance is the case's."""
    checks.lock(assignment.proposal)
    ASSIGNMENT_FLOW.fire(assignment, "accept", by=by)
    if assignment.part == Part.LEAD:
        FLOW.fire(assignment.proposal, "accept", by=by)


@transaction.atomic
def ask_return(assignment: Assignment, *, by: User, reason: str) -> None:
    """Ask to hand one's share back, within seven working days and with a reason (PRO-11)."""
    checks.lock(assignment.proposal)
    reason = checks.given(reason, _("申请退办须书面说明理由%(clause)s。") % {"clause": clause("PRO-11")})
    ASSIGNMENT_FLOW.fire(assignment, "ask_return", by=by, note=reason, fields={"return_reason": reason})
    words = {"department": assignment.department, "reason": reason}
    notices.after_commit("proposals.return_asked", assignment.proposal, to=persons.committee(), **words)


@transaction.atomic
def agree_return(assignment: Assignment, *, by: User) -> None:
    """Take a share back: the lead's case is to be assigned anew (PRO-11)."""
    checks.lock(assignment.proposal)
    ASSIGNMENT_FLOW.fire(assignment, "agree_return", by=by)
    if assignment.part == Part.LEAD:
        FLOW.fire(assignment.proposal, "hand_back", by=by)
    _answer_return(assignment, _("同意退办。"))


@transaction.atomic
def refuse_return(assignment: Assignment, *, by: User, reason: str) -> None:
    """Leave a share where it is, saying why (PRO-11)."""
    checks.lock(assignment.proposal)
    reason = checks.given(reason, _("请写明不同意退办的理由。"))
    ASSIGNMENT_FLOW.fire(assignment, "refuse_return", by=by, note=reason)
    _answer_return(assignment, _("不同意退办：%(reason)s") % {"reason": reason})


def _answer_return(assignment: Assignment, answer: str) -> None:
    to = persons.acting_for(assignment.department)
    notices.after_commit("proposals.return_answered", assignment, to=to, answer=answer)
