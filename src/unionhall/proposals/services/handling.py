"""What departments do about a case until it is answered, and more time for it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.calendar import services as calendar
from unionhall.flows import Blocked, only_once
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.proposals.flow import ASSIGNMENT_FLOW, EXTENSION_FLOW, FLOW
from unionhall.proposals.kinds import Part
from unionhall.proposals.models import Assignment, Chase, Extension, Progress, Proposal
from unionhall.proposals.rules import deadlines
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.rulebook.services import value


@transaction.atomic
def work(proposal: Proposal, *, by: User, text: str, met_on: date | None = None) -> Progress:
    """Note what was done about a case, and when it was talked over with the mover, up to today."""
    checks.lock(proposal)
    text = checks.given(text, _("请写办理情况。"))
    FLOW.fire(proposal, "work", by=by)
    return note(proposal, by=by, text=text, met_on=met_on)


def note(proposal: Proposal, *, by: User, text: str, met_on: date | None = None) -> Progress:
    """Keep a line on how far a case is; raises Blocked for a talk that is still to come."""
    if met_on and met_on > clock.today():
        raise Blocked(_("与提案人沟通的日期在今天以后。"))
    return Progress.objects.create(proposal=proposal, text=text, met_on=met_on, by=by, noted_at=clock.now())


@transaction.atomic
def give_opinion(assignment: Assignment, *, by: User, opinion: str) -> None:
    """Tell the lead what a supporting department has to say (PRO-12)."""
    checks.lock(assignment.proposal)
    opinion = checks.given(opinion, _("请写协办意见。"))
    fields = {"opinion": opinion, "done_on": clock.today()}
    ASSIGNMENT_FLOW.fire(assignment, "give_opinion", by=by, fields=fields)
    to = persons.acting_for(assignment.proposal.department)
    notices.after_commit("proposals.opinion", lead_of(assignment.proposal), to=to, department=assignment.department)


@transaction.atomic
def ask_extension(assignment: Assignment, *, by: User, until: date, reason: str) -> Extension:
    """Ask for more time for the reply, once (PRO-13).

    Raises Blocked without a reason, for a day off, and past three more months.
    """
    proposal = assignment.proposal
    checks.lock(proposal)
    ASSIGNMENT_FLOW.check(assignment, "ask_extension", by=by)
    reason = checks.given(reason, _("申请延期须说明理由%(clause)s。") % {"clause": clause("PRO-13")})
    months = value("proposals.extension_months_max", assignment.given_on)
    latest = calendar.add(assignment.due_on, months, calendar.Unit.MONTH).day
    working = calendar.is_working_day(until)
    checks.free_of(deadlines.due_problem(until, given_on=assignment.due_on, latest=latest, is_working=working))
    ASSIGNMENT_FLOW.fire(assignment, "ask_extension", by=by, note=reason)
    with only_once(_("答复期限只能延长一次，已申请过%(clause)s。") % {"clause": clause("PRO-13")}):
        extension = Extension.objects.create(assignment=assignment, until=until, reason=reason)
    words = {"department": assignment.department, "until": day(until), "reason": reason}
    notices.after_commit("proposals.extension_asked", proposal, to=persons.committee(), **words)
    return extension


@transaction.atomic
def grant_extension(extension: Extension, *, by: User) -> None:
    """Give the lead more time; the new day is the case's (PRO-13)."""
    assignment = extension.assignment
    checks.lock(assignment.proposal)
    EXTENSION_FLOW.fire(extension, "grant", by=by)
    for row in (assignment, assignment.proposal):
        before = audit.snapshot(row, ["due_on"])
        row.due_on = extension.until
        row.save(update_fields=["due_on"])
        after = audit.snapshot(row, before)
        audit.record("proposals.extend", row, by=by, before=before, after=after, reason=extension.reason)
    _answer(extension, _("同意延长至%(until)s。") % {"until": day(extension.until)})


@transaction.atomic
def refuse_extension(extension: Extension, *, by: User, answer: str) -> None:
    """Leave the day as it is, saying why (PRO-13)."""
    answer = checks.given(answer, _("请写明不同意延期的理由。"))
    EXTENSION_FLOW.fire(extension, "turn_down", by=by, note=answer, fields={"answer": answer})
    _answer(extension, _("不同意延期：%(answer)s") % {"answer": answer})


def _answer(extension: Extension, answer: str) -> None:
    to = persons.acting_for(extension.assignment.department)
    notices.after_commit("proposals.extension_answered", extension.assignment, to=to, answer=answer)


@transaction.atomic
def chase(proposal: Proposal, *, by: User, text: str) -> Chase:
    """Press the departments that still owe something (督办)."""
    text = checks.given(text, _("请写督办意见。"))
    FLOW.fire(proposal, "chase", by=by, note=text)
    chased = Chase.objects.create(proposal=proposal, text=text, by=by, chased_on=clock.today())
    for share in {*proposal.assignments.live(), lead_of(proposal)}:
        notices.after_commit("proposals.chased", share, to=persons.acting_for(share.department), text=text)
    return chased


def lead_of(proposal: Proposal) -> Assignment:
    """The share of the department responsible."""
    return proposal.assignments.exclude(state="returned").get(part=Part.LEAD)
