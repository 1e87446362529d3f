"""A case ends: at once, or once what was promised is done or explained."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.congress.models import Session
from unionhall.flows import Blocked, only_once
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.proposals.flow import FLOW
from unionhall.proposals.kinds import ReplyClass
from unionhall.proposals.models import CarryOver, Progress, Proposal
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.proposals.services.handling import note


@transaction.atomic
def close(proposal: Proposal, *, by: User, text: str = "") -> None:
    """End a case answered A or D, rated or past the time for it (PRO-16)."""
    checks.lock(proposal)
    FLOW.fire(proposal, "close", by=by, fields={"closing": text.strip(), "closed_on": clock.today()})


@transaction.atomic
def track(proposal: Proposal, *, by: User) -> None:
    """Follow a case answered B or C until it is done (PRO-18)."""
    checks.lock(proposal)
    FLOW.fire(proposal, "track", by=by)


@transaction.atomic
def report(proposal: Proposal, *, by: User, text: str) -> Progress:
    """Say how far what was promised is (PRO-18)."""
    checks.lock(proposal)
    text = checks.given(text, _("请写落实进展。"))
    FLOW.fire(proposal, "report", by=by)
    return note(proposal, by=by, text=text)


@transaction.atomic
def carry_over(proposal: Proposal, *, by: User, session: Session, text: str) -> CarryOver:
    """Carry a case not done over to a later session of the same congress; movers and seconders are told (PRO-18)."""
    checks.lock(proposal)
    text = checks.given(text, _("请写结转说明。"))
    last = proposal.carried_to or proposal.call.session
    if session.term.kind != last.term.kind or session.held_on <= last.held_on:
        raise Blocked(_("只能结转到以后的职工代表大会会议%(clause)s。") % {"clause": clause("PRO-18")})
    FLOW.fire(proposal, "carry_over", by=by, note=text, fields={"carried_to": session})
    carried = _kept(CarryOver(proposal=proposal, session=session, note=text, by=by, carried_on=clock.today()))
    notices.after_commit("proposals.carried", proposal, to=persons.signatories(proposal), note=text)
    return carried


def _kept(carried: CarryOver) -> CarryOver:
    with only_once(_("已经结转到这次会议%(clause)s。") % {"clause": clause("PRO-18")}):
        carried.save(force_insert=True)
    return carried


@transaction.atomic
def fulfil(proposal: Proposal, *, by: User, text: str, fulfilled_on: date | None = None) -> None:
    """The committee has seen that what was promised is done: the case counts as solved (PRO-18)."""
    checks.lock(proposal)
    day = fulfilled_on or clock.today()
    if proposal.answered_on is None or not proposal.answered_on <= day <= clock.today():
        raise Blocked(_("落实日期应在答复以后、今天以前%(clause)s。") % {"clause": clause("PRO-18")})
    text = checks.given(text, _("请写落实情况。"))
    fields = {"reply_class": ReplyClass.A, "fulfilled_on": day, "closing": text, "closed_on": clock.today()}
    FLOW.fire(proposal, "fulfil", by=by, note=text, fields=fields)
    notices.after_commit("proposals.concluded", proposal, to=persons.signatories(proposal), text=text)


@transaction.atomic
def explain(proposal: Proposal, *, by: User, text: str) -> None:
    """After its term is over, tell movers and seconders in writing why what was promised was not done (PRO-18)."""
    checks.lock(proposal)
    text = checks.given(text, _("请书面说明未落实的原因。"))
    FLOW.fire(proposal, "explain", by=by, note=text, fields={"closing": text, "closed_on": clock.today()})
    notices.after_commit("proposals.concluded", proposal, to=persons.signatories(proposal), text=text)


@transaction.atomic
def commend(proposal: Proposal, *, by: User, reason: str) -> None:
    """Name a proposal excellent (PRO-20), with a reason."""
    reason = checks.given(reason, _("请写明评为优秀提案的理由。"))
    FLOW.fire(proposal, "commend", by=by, note=reason, fields={"is_excellent": True})


@transaction.atomic
def archive(proposal: Proposal, *, by: User) -> None:
    """Close the file under an archive number."""
    checks.lock(proposal)
    FLOW.check(proposal, "archive", by=by)
    session = proposal.call.session.code
    number = f"{session}-DA-{next_number(f'proposals.archive:{session}'):03}"
    FLOW.fire(proposal, "archive", by=by, fields={"archive_number": number})
