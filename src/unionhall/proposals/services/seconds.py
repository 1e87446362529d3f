"""Delegates stand behind a proposal, one by one, or agree that it is taken back."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.congress.models import Delegate
from unionhall.flows import Blocked, WrongState
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.proposals.flow import FLOW, SECOND_FLOW
from unionhall.proposals.kinds import Answer
from unionhall.proposals.models import Proposal, Second
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.rulebook.services import value


@transaction.atomic
def ask_seconds(proposal: Proposal, *, by: User, delegates: Sequence[Delegate]) -> list[Second]:
    """Ask delegates of the same term to second; who was asked before is not asked twice (PRO-02, PRO-04).

    Raises Blocked for the mover themselves, for one of another term, and while a part is missing.
    """
    checks.lock(proposal)
    for delegate in delegates:
        if delegate.pk == proposal.mover_id:
            raise Blocked(_("提案人不能附议自己的提案%(clause)s。") % {"clause": clause("PRO-02")})
        if delegate.term_id != proposal.mover.term_id or delegate.ended_on:
            raise Blocked(
                _("%(name)s不是本届职工代表，不能附议%(clause)s。") % {"name": delegate, "clause": clause("PRO-02")}
            )
    FLOW.fire(proposal, "ask_seconds", by=by, note=_("、").join(str(one.person) for one in delegates))
    known = set(proposal.seconds.values_list("delegate", flat=True))
    fresh = [one for one in delegates if one.pk not in known]
    rows = [Second(proposal=proposal, delegate=one, version=proposal.version) for one in fresh]
    Second.objects.bulk_create(rows)
    asked = User.in_union.filter(pk__in=[one.person.user_id for one in fresh])
    notices.after_commit("proposals.asked", proposal, to=asked, mover=proposal.mover)
    return rows


@transaction.atomic
def second(second: Second, *, by: User, version: int | None = None) -> None:
    """Confirm one's second for the text one has read, of that `version` (PRO-04).

    Raises WrongState when the text has changed since.
    """
    proposal = second.proposal
    checks.lock(proposal)
    if version not in (None, proposal.version):
        raise WrongState(
            _("提案人刚修改了文字，请看过新的一稿再决定是否附议%(clause)s。") % {"clause": clause("PRO-04")}
        )
    fields = {"version": proposal.version, "answered_at": clock.now()}
    SECOND_FLOW.fire(second, "second", by=by, fields=fields)
    gap = max(0, value("proposals.seconders_min") - proposal.seconds.standing().count())
    mover = proposal.mover.person.user
    notices.after_commit("proposals.seconded", proposal, to=[mover] if mover else [], name=by.name, gap=gap)


def refuse_second(second: Second, *, by: User) -> None:
    """Say that one does not second; the mover asks somebody else."""
    SECOND_FLOW.fire(second, "refuse", by=by, fields={"answered_at": clock.now()})


@transaction.atomic
def ask_withdrawal(proposal: Proposal, *, by: User, reason: str) -> None:
    """Wish to take it back, with a reason; whoever seconded is asked to agree (PRO-04)."""
    checks.lock(proposal)
    reason = checks.given(reason, _("请写明撤回理由，附议人会看到。"))
    FLOW.fire(proposal, "ask_withdrawal", by=by, note=reason, fields={"withdrawal_reason": reason})
    seconders = proposal.seconds.filter(state=Answer.CONFIRMED, consented_at=None).values("delegate__person__user")
    to = User.in_union.filter(pk__in=seconders)
    notices.after_commit("proposals.withdrawing", proposal, to=to, reason=reason)


def consent(second: Second, *, by: User) -> None:
    """Agree that a proposal one seconded is taken back (PRO-04)."""
    SECOND_FLOW.fire(second, "consent", by=by, fields={"consented_at": clock.now()})


@transaction.atomic
def withdraw(proposal: Proposal, *, by: User, reason: str = "") -> None:
    """Take it back before it is decided on, every seconder having agreed (PRO-04)."""
    checks.lock(proposal)
    reason = checks.given(reason or proposal.withdrawal_reason, _("请写明撤回理由。"))
    told = list(persons.signatories(proposal).exclude(pk=by.pk))
    was_submitted = proposal.submitted_on is not None
    _check_carries_nothing(proposal)
    FLOW.fire(proposal, "withdraw", by=by, note=reason, fields={"withdrawal_reason": reason})
    notices.after_commit("proposals.withdrawn", proposal, to=told, reason=reason)
    if was_submitted:
        notices.after_commit("proposals.taken_back", proposal, to=persons.committee(), reason=reason)


def _check_carries_nothing(proposal: Proposal) -> None:
    if proposal.merged.exists():
        raise Blocked(
            _("已有提案并入本案，不能撤回，请提案委员会先改并入别的主案%(clause)s。") % {"clause": clause("PRO-08")}
        )
