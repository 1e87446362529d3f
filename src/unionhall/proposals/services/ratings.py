"""Movers say what they think of the reply; what does not satisfy is handled once more, then by the joint meeting."""

from django.db import transaction
from django.utils.translation import gettext as _

from unionhall.accounts.models import User
from unionhall.accounts.roles import Role
from unionhall.calendar import services as calendar
from unionhall.congress.models import Delegate
from unionhall.flows import NotAllowed, WrongState
from unionhall.kernel import clock
from unionhall.notices import services as notices
from unionhall.pages.values import day
from unionhall.people.selectors import users_with
from unionhall.proposals.flow import ASSIGNMENT_FLOW, FLOW
from unionhall.proposals.models import Proposal, Rating
from unionhall.proposals.permissions import acts_for_any_of
from unionhall.proposals.rules import replies as rules
from unionhall.proposals.rules.articles import clause
from unionhall.proposals.selectors import persons
from unionhall.proposals.services import checks
from unionhall.proposals.services.handling import lead_of
from unionhall.rulebook.services import value


@transaction.atomic
def rate(
    proposal: Proposal, *, by: User, attitude: str, result: str, words: str = "", wants_again: bool = False
) -> Rating:
    """A mover's word on attitude and result apart, once for each reply (PRO-16); `wants_again` counts only when unsatisfied.

    Raises NotAllowed for whoever acts for a department of the case, Blocked for 不满意 without words, WrongState twice.
    """
    if acts_for_any_of(by, proposal):
        raise NotAllowed(_("承办部门的人不能评价本部门的办理%(clause)s。") % {"clause": clause("PRO-16")})
    checks.lock(proposal)
    FLOW.check(proposal, "rate", by=by)
    checks.free_of(rules.rating_problem(attitude, result, words))
    delegate = _mover(proposal, by)
    reply = proposal.current_reply()
    if reply.ratings.filter(delegate=delegate).exists():
        raise WrongState(_("您已评价过这次答复%(clause)s。") % {"clause": clause("PRO-16")})
    rating = Rating.objects.create(
        proposal=proposal,
        reply=reply,
        delegate=delegate,
        attitude=attitude,
        result=result,
        words=words.strip(),
        wants_again=wants_again and rules.is_unsatisfied(attitude, result),
        rated_on=clock.today(),
    )
    FLOW.fire(proposal, "rate", by=by)
    to = [*persons.acting_for(proposal.department), *persons.committee()]
    marks = {"attitude": rating.get_attitude_display(), "result": rating.get_result_display()}
    notices.after_commit("proposals.rated", lead_of(proposal), to=to, **marks)
    return rating


def _mover(proposal: Proposal, by: User) -> Delegate:
    return proposal.movers().get(person__user=by)


@transaction.atomic
def reopen(proposal: Proposal, *, by: User, reason: str = "") -> None:
    """Have it handled once more within a month (PRO-17); raises Blocked the second time, or when nobody asks for it."""
    checks.lock(proposal)
    FLOW.check(proposal, "reopen", by=by)
    lead = lead_of(proposal)
    months = value("proposals.again_months")
    due = calendar.add(clock.today(), months, calendar.Unit.MONTH)
    words = " ".join(proposal.ratings_now().wanting_again().values_list("words", flat=True))
    fields = {"round": proposal.round + 1, "due_on": due.day}
    FLOW.fire(proposal, "reopen", by=by, note=reason, fields=fields)
    shares = {"due_on": due.day, "is_provisional": due.provisional, "done_on": None}
    ASSIGNMENT_FLOW.fire(lead, "reopen", by=by, fields=shares)
    to = [*persons.acting_for(proposal.department), *persons.leaders(proposal)]
    notices.after_commit("proposals.reopened", lead, to=to, due=day(due.day), words=words)


@transaction.atomic
def escalate(proposal: Proposal, *, by: User, reason: str) -> None:
    """The committee brings before the joint meeting what does not satisfy the second time either (PRO-17)."""
    checks.lock(proposal)
    reason = checks.given(reason, _("请写明提请党政会议研究的理由。"))
    FLOW.fire(proposal, "escalate", by=by, note=reason)
    to = users_with(Role.HOSPITAL_LEADER)
    notices.after_commit("proposals.escalated", proposal, to=to, reason=reason)


@transaction.atomic
def settle(proposal: Proposal, *, by: User, text: str) -> None:
    """Set down what the joint meeting resolved; that ends it (PRO-17)."""
    checks.lock(proposal)
    text = checks.given(text, _("请写党政会议的意见。"))
    FLOW.fire(proposal, "settle", by=by, note=text, fields={"closing": text, "closed_on": clock.today()})
    notices.after_commit("proposals.concluded", proposal, to=persons.signatories(proposal), text=text)
