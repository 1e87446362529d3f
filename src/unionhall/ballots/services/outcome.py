"""Declaring a result, and what the upper union says to it."""

from datetime import date

from django.db import transaction
from django.utils.translation import override

from unionhall.accounts.models import User
from unionhall.ballots.flow import FLOW
from unionhall.ballots.kinds import Stance
from unionhall.ballots.models import Option, Poll, Result, ResultLine
from unionhall.ballots.selectors.reckoning import Reckoning, reckon
from unionhall.ballots.services.preparing import given


@transaction.atomic
def declare(poll: Poll, *, by: User) -> Result:
    """Write the result sheet of a closed poll and announce what follows.

    A vote whose papers do not agree is void (ORG-24); a result that needs it waits for the upper union (ORG-30).
    Raises Blocked while two tellers' counts are missing or differ.
    """
    FLOW.check(poll, "declare", by=by)
    _stand_for_others(poll)
    with override("zh-hans"):  # the sheet is a record, in one language whoever declares it
        reckoning = reckon(poll)
    verb = "annul" if reckoning.problem else "submit" if poll.needs_approval and reckoning.settles else "declare"
    FLOW.fire(poll, verb, by=by, note=reckoning.problem)
    return _write(poll, reckoning)


def _stand_for_others(poll: Poll) -> None:
    """Give those written in, on whom both tellers agree, their lines beside the candidates."""
    if not poll.takes_others:
        return
    question, agreed = poll.questions.get(), poll.latest_counts()[0]
    if agreed.collected > agreed.issued:
        return
    last = question.options.count()
    Option.objects.bulk_create(
        Option(question=question, position=last + at, label=other.name, stance=Stance.CANDIDATE, is_write_in=True)
        for at, other in enumerate(agreed.others.all(), 1)
    )


def _write(poll: Poll, reckoning: Reckoning) -> Result:
    counts, outcome = reckoning.counts, reckoning.outcome
    result = Result.objects.create(
        poll=poll,
        entitled=counts.entitled,
        present=counts.present,
        issued=counts.issued,
        collected=counts.collected,
        valid=counts.valid,
        needed=reckoning.needed,
        carried=reckoning.carried,
        missing=outcome.missing,
        is_withheld=reckoning.is_withheld,
        problem=reckoning.problem,
    )
    ResultLine.objects.bulk_create(
        ResultLine(
            result=result,
            option_id=option,
            votes=votes,
            is_elected=option in outcome.elected,
            is_tied=option in outcome.tied,
        )
        for option, votes in reckoning.votes.items()
    )
    return result


def approve(poll: Poll, *, by: User, approved_on: date, approval_number: str) -> None:
    """Write down that the upper union approved; only now the elected hold their posts (ORG-30)."""
    fields = {"approved_on": approved_on, "approval_number": given(approval_number)}
    FLOW.fire(poll, "approve", by=by, fields=fields)


def refuse(poll: Poll, *, by: User, reason: str) -> None:
    """Write down that the upper union did not approve, with its reason; the poll is void and may be held again."""
    FLOW.fire(poll, "refuse", by=by, note=given(reason))
