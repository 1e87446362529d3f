"""Proposals of sessions that were held before the house kept them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.congress.models import Delegate
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.pages.values import day
from unionhall.people.models import Department
from unionhall.proposals.flow import AssignmentState, State
from unionhall.proposals.kinds import Decider, Outcome, Part, ReplyClass
from unionhall.proposals.models import Assignment, Call, Decision, DeliveryMeeting, Proposal
from unionhall.proposals.rules.past import Ending, problems
from unionhall.proposals.rules.text import points
from unionhall.proposals.services import checks
from unionhall.search.services import reindex


@dataclass(frozen=True)
class PastSheet:
    """One sheet of a past session as its papers have it, under the number it bore."""

    number: str
    title: str
    category: str
    mover: Delegate
    submitted_on: date
    ending: Ending
    department: Department | None = None
    grounds: str = ""
    remedy: str = ""
    text: str = field(default="", repr=False)


@transaction.atomic
def enter_past(call: Call, *, by: User, sheets: Sequence[PastSheet]) -> list[Proposal]:
    """Enter sheets of a session that is over, all or none, with one event: archived, or followed where something promised is open.

    Signatures, seconds and ratings of then are on paper and are not made up here. Raises Blocked while the session is not over,
    for a sheet that says too little, and for a case nobody knows.
    """
    checks.by_committee(by)
    if clock.today() <= call.session.ends_on:
        raise Blocked(
            _("会议于%(day)s闭会，闭会前的提案请在系统中办理，不能补录（PRO-10）。")
            % {"day": day(call.session.ends_on)}
        )
    for sheet in sheets:
        for problem in problems(sheet.ending):
            raise Blocked(_("%(number)s：%(problem)s") % {"number": sheet.number, "problem": problem})
    decision = call.decisions.first() or Decision.objects.create(
        call=call, decider=Decider.PRESIDIUM, decided_on=call.session.held_on, note=_("往届提案补录")
    )
    cases = _insert(call, [_row(call, one, decision) for one in sheets if not one.ending.lead])
    merged = _insert(call, [_row(call, one, decision, _lead(call, one)) for one in sheets if one.ending.lead])
    _give(call, [case for case in cases if case.due_on])
    audit.record("proposals.enter_past", call, by=by, after={"sheets": len(sheets)})
    return cases + merged


def _insert(call: Call, rows: list[Proposal]) -> list[Proposal]:
    Proposal.objects.bulk_create(rows)
    reindex(Proposal.objects.filter(pk__in=[row.pk for row in rows]))
    return rows


def _give(call: Call, cases: list[Proposal]) -> None:
    """The department's share in each case, done: what it promised it goes on reporting on."""
    Assignment.objects.bulk_create([_share(call, case) for case in cases])


def _share(call: Call, case: Proposal) -> Assignment:
    meeting, _made = DeliveryMeeting.objects.get_or_create(call=call, held_on=case.assigned_on)
    return Assignment(
        proposal=case,
        department=case.department,
        part=Part.LEAD,
        meeting=meeting,
        given_on=meeting.held_on,
        due_on=case.due_on,
        return_until=case.due_on,
        state=AssignmentState.DONE,
        done_on=case.answered_on,
    )


def _lead(call: Call, sheet: PastSheet) -> Proposal:
    lead = call.proposals.filter(number=sheet.ending.lead, outcome=Outcome.FILE).first()
    if lead is None:
        raise Blocked(_("%(number)s：本次会议没有主案%(lead)s。") % {"number": sheet.number, "lead": sheet.ending.lead})
    return lead


def _row(call: Call, sheet: PastSheet, decision: Decision, lead: Proposal | None = None) -> Proposal:
    return Proposal(
        call=call,
        number=sheet.number,
        title=sheet.title,
        category=sheet.category,
        mover=sheet.mover,
        grounds=sheet.grounds,
        remedy=sheet.remedy,
        point_count=len(points(sheet.remedy)),
        submitted_on=sheet.submitted_on,
        outcome=sheet.ending.outcome,
        merged_into=lead,
        decision=decision,
        closing=sheet.text,
        **_handled(sheet, decision),
    )


def _handled(sheet: PastSheet, decision: Decision) -> dict[str, Any]:
    """The days and the class; what was promised and is done counts as solved, what is open is followed (PRO-18)."""
    ending = sheet.ending
    done = ending.fulfilled_on is not None
    return {
        "assigned_on": ending.assigned_on if ending.due_on else None,
        "due_on": ending.due_on,
        "department": sheet.department,
        "answered_on": ending.answered_on,
        "was_on_time": ending.answered_on <= ending.due_on if ending.answered_on and ending.due_on else None,
        "reply_class": ReplyClass.A if done else ending.reply_class,
        "promised_on": ending.promised_on,
        "fulfilled_on": ending.fulfilled_on,
        "closed_on": None if ending.is_open else ending.fulfilled_on or ending.answered_on or decision.decided_on,
        "state": State.TRACKING if ending.is_open else State.ARCHIVED,
    }
