"""The committee reviews, the presidium or the joint meeting decides, and everybody concerned is told."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.proposals.flow import FLOW
from unionhall.proposals.kinds import Outcome
from unionhall.proposals.models import Call, Decision, Proposal, Review
from unionhall.proposals.rules import deadlines
from unionhall.proposals.rules import review as rules
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.proposals.services.drafts import suggestion_number

STEPS = {
    Outcome.FILE: "file",
    Outcome.MERGE: "merge",
    Outcome.SUGGESTION: "refer",
    Outcome.ANSWER: "answer_only",
    Outcome.DECLINE: "decline",
}


@transaction.atomic
def review(
    proposal: Proposal,
    *,
    by: User,
    outcome: str,
    met: Collection[str] = (),
    grounds: Collection[str] = (),
    reason: str = "",
    merged_into: Proposal | None = None,
) -> Review:
    """Say how the committee would have it end (PRO-08); said again, the later word counts.

    Raises Blocked when a criterion is unmet (PRO-06), ground or reason is missing (PRO-07, PRO-08), or the case it is to be
    merged into is none, merged itself, of another session, or this one.
    """
    lead = merged_into if outcome == Outcome.MERGE else None
    checks.lock(proposal, *([lead] if lead and lead.pk != proposal.pk else []))
    checks.free_of(rules.outcome_problem(outcome, met=met, grounds=grounds, reason=reason))
    _check_merging(proposal, outcome, lead)
    FLOW.fire(proposal, "review", by=by, note=reason, fields={"outcome": outcome, "merged_into": lead})
    return Review.objects.create(
        proposal=proposal,
        outcome=outcome,
        met=sorted(met),
        grounds=sorted(grounds) if outcome == Outcome.DECLINE else [],
        reason=reason.strip(),
        merged_into=lead,
        by=by,
        reviewed_on=clock.today(),
    )


def _check_merging(proposal: Proposal, outcome: str, lead: Proposal | None) -> None:
    carries = proposal.merged.exists()
    if outcome != Outcome.MERGE:
        if carries and outcome != Outcome.FILE:
            raise Blocked(_("已有提案并入本案，本案应按立案审查%(clause)s。") % {"clause": clause("PRO-08")})
        return
    if lead is None or lead.call_id != proposal.call_id:
        raise Blocked(_("请指明并入本次会议的哪一件提案%(clause)s。") % {"clause": clause("PRO-08")})
    checks.free_of(
        rules.merge_problem(
            into_itself=lead.pk == proposal.pk,
            lead_is_merged=lead.merged_into_id is not None,
            lead_is_case=lead.outcome == Outcome.FILE,
            carries_others=carries,
        )
    )


@transaction.atomic
def record_decision(
    *, by: User, call: Call, decider: str, decided_on: date, document: str = "", note: str = ""
) -> Decision:
    """Set down a sitting that decides on what the committee proposes, up to today (PRO-10)."""
    checks.by_committee(by)
    if decided_on > clock.today():
        raise Blocked(_("审定日期在今天以后（PRO-10）。"))
    decision = Decision.objects.create(call=call, decider=decider, decided_on=decided_on, document=document, note=note)
    after = audit.snapshot(decision, ["decider", "decided_on", "document"])
    audit.record("proposals.record_decision", decision, by=by, after=after)
    return decision


@transaction.atomic
def approve(proposal: Proposal, *, by: User, decision: Decision) -> None:
    """Let the committee's proposal stand by a decision; mover and seconders are told what became of it, and why.

    Raises Blocked for a decision of another session or of a day before the sheet was handed in (PRO-10), or for a merged sheet
    whose case is not filed yet (PRO-08).
    """
    checks.lock(proposal)
    FLOW.check(proposal, "approve", by=by)
    if decision.call_id != proposal.call_id:
        raise Blocked(_("这次审定不是对本次会议提案作出的%(clause)s。") % {"clause": clause("PRO-10")})
    assert proposal.submitted_on is not None  # only what was handed in is reviewed
    checks.free_of(deadlines.decision_problem(proposal.number, decision.decided_on, proposal.submitted_on))
    fields: dict[str, Any] = {"decision": decision}
    if proposal.outcome == Outcome.SUGGESTION:
        fields["suggestion_number"] = suggestion_number(proposal)
    reason = _reason(proposal)
    FLOW.fire(proposal, STEPS[Outcome(proposal.outcome)], by=by, note=reason, fields=fields)
    to = persons.signatories(proposal)
    outcome = proposal.get_outcome_display()
    notices.after_commit("proposals.decided", proposal, to=to, outcome=outcome, reason=reason)


def approve_all(*, by: User, decision: Decision, proposals: Iterable[Proposal]) -> None:
    """Approve several, cases before the sheets merged into them; all or none."""
    with transaction.atomic():
        for proposal in sorted(proposals, key=lambda one: one.merged_into_id is not None):
            approve(proposal, by=by, decision=decision)


def _reason(proposal: Proposal) -> str:
    last = proposal.reviews.first()
    return last.reason if last else ""


def send_back(proposal: Proposal, *, by: User, reason: str) -> None:
    """Whoever decides would have the committee look at it again."""
    reason = checks.given(reason, _("请写明退回重审的理由。"))
    FLOW.fire(proposal, "send_back", by=by, note=reason)


@transaction.atomic
def respond(proposal: Proposal, *, by: User, text: str) -> None:
    """Answer in writing what was referred as a suggestion or is only answered; that ends it (PRO-08)."""
    checks.lock(proposal)
    text = checks.given(text, _("请写书面答复。"))
    FLOW.fire(proposal, "respond", by=by, fields={"closing": text, "closed_on": clock.today()})
    notices.after_commit("proposals.responded", proposal, to=persons.signatories(proposal), text=text)
