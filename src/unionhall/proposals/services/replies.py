"""The reply: drafted, signed by the department's head, seen by the leader in charge, and only then sent (PRO-15)."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.flows import Blocked
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.proposals.flow import ASSIGNMENT_FLOW, FLOW, REPLY_FLOW, ReplyState
from unionhall.proposals.models import Proposal, Reply
from unionhall.proposals.rules import replies as rules
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.proposals.services.handling import lead_of


@transaction.atomic
def write_reply(
    proposal: Proposal,
    *,
    by: User,
    reply_class: str,
    text: str,
    promised_on: date | None = None,
    reason: str = "",
    met_on: date | None = None,
) -> Reply:
    """Draft the reply of the round running, or draft it anew until it is signed; the head is asked to sign.

    Raises Blocked without a class, for B and C without a day to come, for D without a reason (PRO-14), and once signed.
    """
    checks.lock(proposal)
    FLOW.check(proposal, "write_reply", by=by)
    said = {"reply_class": reply_class, "text": text, "promised_on": promised_on, "reason": reason, "met_on": met_on}
    checks.free_of(_problem(reply_class, text, promised_on, reason))
    reply = proposal.current_reply() or Reply(proposal=proposal, round=proposal.round)
    if reply.state != ReplyState.DRAFT:
        raise Blocked(_("答复已经审签，要修改请由分管领导退回%(clause)s。") % {"clause": clause("PRO-15")})
    for name, fact in {**said, "drafted_by": by}.items():
        setattr(reply, name, fact)
    reply.save()
    FLOW.fire(proposal, "write_reply", by=by)
    to = persons.acting_for(proposal.department, Role.DEPARTMENT_HEAD)
    notices.after_commit("proposals.reply_to_sign", lead_of(proposal), to=to)
    return reply


def _problem(reply_class: str, text: str, promised_on: date | None, reason: str) -> str | None:
    return rules.reply_problem(reply_class, text=text, promised_on=promised_on, reason=reason, today=clock.today())


@transaction.atomic
def sign(reply: Reply, *, by: User) -> None:
    """The head of the department signs: the words are sealed, the leader in charge is asked to see them (PRO-15, G-07)."""
    proposal = reply.proposal
    checks.lock(proposal)
    checks.free_of(_problem(reply.reply_class, reply.text, reply.promised_on, reply.reason))
    fields = {"signed_by": by, "signed_at": clock.now(), "digest": reply.seal}
    REPLY_FLOW.fire(reply, "sign", by=by, fields=fields)
    to = persons.leaders(proposal)
    notices.after_commit("proposals.reply_to_see", proposal, to=to, department=proposal.department)


@transaction.atomic
def send_reply_back(reply: Reply, *, by: User, remark: str) -> None:
    """The leader would have it written otherwise; the signature falls with the words."""
    checks.lock(reply.proposal)
    remark = checks.given(remark, _("请写明退回修改的意见。"))
    fields = {"signed_by": None, "signed_at": None, "digest": "", "remark": remark}
    REPLY_FLOW.fire(reply, "send_back", by=by, note=remark, fields=fields)
    to = persons.acting_for(reply.proposal.department)
    notices.after_commit("proposals.reply_sent_back", lead_of(reply.proposal), to=to, remark=remark)


@transaction.atomic
def answer(proposal: Proposal, *, by: User, remark: str = "") -> Reply:
    """The leader in charge has seen the signed reply: every mover and seconder of the case gets it (PRO-15).

    Raises Blocked for an unsigned reply, or one whose words are not those that were signed (G-07).
    """
    checks.lock(proposal)
    FLOW.check(proposal, "answer", by=by)
    reply = proposal.current_reply()
    if not reply.is_intact:
        raise Blocked(_("答复在审签以后被改动过，不能送出，请退回重新审签（电子签名法第十三条，G-07）。"))
    today = clock.today()
    fields = {
        "answered_on": today, "was_on_time": _on_time(proposal, today), "reply_class": reply.reply_class, "promised_on": reply.promised_on,
    }  # fmt: skip
    FLOW.fire(proposal, "answer", by=by, note=remark, fields=fields)
    REPLY_FLOW.fire(reply, "issue", by=by, fields={"seen_by": by, "seen_at": clock.now(), "remark": remark.strip()})
    for share in proposal.assignments.live():
        ASSIGNMENT_FLOW.fire(share, "finish", by=by, fields={"done_on": today})
    words = {"class": reply.get_reply_class_display(), "until": day(proposal.rating_until())}
    notices.after_commit("proposals.answered", proposal, to=persons.signatories(proposal), **words)
    return reply


def _on_time(proposal: Proposal, today: date) -> bool | None:
    """Whether the first reply came by its day; a second does not change what the first was."""
    if proposal.round > 1 or proposal.due_on is None:
        return proposal.was_on_time
    return today <= proposal.due_on
