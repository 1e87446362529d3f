"""A proposal is written, changed, handed in."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.numbering import next_number
from unionhall.audit import services as audit
from unionhall.congress.models import Delegate, Motion
from unionhall.congress.selectors import delegate_of
from unionhall.flows import Blocked, NotAllowed
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.people.models import Department
from unionhall.proposals.flow import FLOW
from unionhall.proposals.kinds import Answer, Category, Outcome
from unionhall.proposals.models import Call, Proposal, TextVersion
from unionhall.proposals.rules import deadlines, numbering
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.rules.text import PARTS, points
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.search.services import reindex


@transaction.atomic
def draft(
    *,
    by: User,
    call: Call,
    category: str,
    title: str,
    grounds: str = "",
    remedy: str = "",
    suggested_department: Department | None = None,
    for_delegation: bool = False,
) -> Proposal:
    """Begin a proposal, which may still be incomplete, for a call that has opened.

    Raises NotAllowed for who is no delegate of the session's term (PRO-02), Blocked before the call opens.
    """
    mover = delegate_of(by, call.session.term)
    if mover is None:
        raise NotAllowed(_("提案人须是本届职工代表%(clause)s。") % {"clause": clause("PRO-02")})
    if clock.today() < call.opens_on:
        raise Blocked(_("提案征集还没有开始%(clause)s。") % {"clause": clause("PRO-05")})
    _check_delegation(mover, for_delegation)
    return _begun(
        by,
        call=call,
        mover=mover,
        category=category,
        title=checks.given(title, _("请填案由。")),
        grounds=grounds.strip(),
        remedy=remedy.strip(),
        suggested_department=suggested_department,
        for_delegation=for_delegation,
    )


@transaction.atomic
def draft_of(motion: Motion, *, by: User) -> Proposal | None:
    """Begin the proposal a delegation's motion is referred as, in the hands of its head, who chooses a category and submits.

    None when there is nobody to hand it in (a motion of another body, a delegation without a head) or nothing to hand
    it in to (no call of the session has opened).
    """
    head = motion.delegation.delegates.serving().filter(is_head=True).first() if motion.delegation else None
    call = Call.objects.filter(session=motion.session, opens_on__lte=clock.today()).first()
    if head is None or call is None:
        return None
    return _begun(
        by,
        call=call,
        mover=head,
        category=Category.OTHER,
        title=motion.title,
        grounds=motion.reason,
        remedy=motion.text,
        for_delegation=True,
    )


def _begun(by: User, **facts: Any) -> Proposal:
    proposal = Proposal.objects.create(point_count=len(points(facts["remedy"])), **facts)
    _keep(proposal, by)
    after = audit.snapshot(proposal, ["call", "category", "title", "grounds", "remedy"])
    audit.record("proposals.draft", proposal, by=by, after=after)
    return proposal


def _check_delegation(mover: Delegate, for_delegation: bool) -> None:
    if for_delegation and not mover.is_head:
        raise Blocked(_("以代表团名义的提案由团长提出%(clause)s。") % {"clause": clause("PRO-02")})


def _keep(proposal: Proposal, by: User) -> None:
    text = {name: getattr(proposal, name) for name in PARTS}
    TextVersion.objects.create(proposal=proposal, version=proposal.version, by=by, written_at=clock.now(), **text)


@transaction.atomic
def amend(proposal: Proposal, *, by: User, **facts: Any) -> None:
    """Change a proposal not handed in: `title`, `grounds`, `remedy`, `category`, `suggested_department`, `for_delegation`.

    Other words make a new version: who had seconded is asked again (PRO-04).
    """
    checks.lock(proposal)
    facts = {name: fact.strip() if name in PARTS else fact for name, fact in facts.items()}
    _check_delegation(proposal.mover, facts.get("for_delegation", False))
    checks.given(facts.get("title", proposal.title), _("请填案由。"))
    rewritten = any(facts.get(name, getattr(proposal, name)) != getattr(proposal, name) for name in PARTS)
    if rewritten:
        remedy = facts.get("remedy", proposal.remedy)
        facts |= {"version": proposal.version + 1, "point_count": len(points(remedy))}
    FLOW.fire(proposal, "amend", by=by, fields=facts)
    if rewritten:
        _keep(proposal, by)
        _ask_again(proposal)
    reindex(Proposal.objects.filter(pk=proposal.pk))


def _ask_again(proposal: Proposal) -> None:
    seconds = proposal.seconds.confirmed()
    asked = list(User.in_union.filter(pk__in=seconds.values("delegate__person__user")))
    seconds.update(state=Answer.ASKED, answered_at=None, consented_at=None)
    proposal.seconds.waiting().update(version=proposal.version)
    notices.after_commit("proposals.asked_again", proposal, to=asked)


@transaction.atomic
def submit(proposal: Proposal, *, by: User) -> None:
    """Hand it in: whole, and seconded in these words by enough delegates; it gets its number (PRO-02, PRO-03).

    After the call has closed it is taken as a suggestion, numbered by itself (PRO-05).
    """
    checks.lock(proposal)
    late = deadlines.is_late(clock.today(), proposal.call.closes_on)
    verb = "submit_late" if late else "submit"
    FLOW.check(proposal, verb, by=by)
    number = suggestion_number(proposal) if late else _number(proposal, proposal.category)
    fields: dict[str, Any] = {"submitted_on": clock.today(), "number": number}
    if late:
        fields |= {"is_late": True, "outcome": Outcome.SUGGESTION, "suggestion_number": number}
    FLOW.fire(proposal, verb, by=by, fields=fields)
    reindex(Proposal.objects.filter(pk=proposal.pk))
    notices.after_commit("proposals.late" if late else "proposals.submitted", proposal, to=persons.committee())


def suggestion_number(proposal: Proposal) -> str:
    """The next number of the session's suggestions; inside a transaction."""
    return _number(proposal, numbering.SUGGESTIONS)


def _number(proposal: Proposal, category: str) -> str:
    session = proposal.call.session.code
    return numbering.number(session, category, next_number(numbering.key(session, category)))
