"""The next round: the same again after a void vote, among the tied, or for the seats still missing."""

from uuid import UUID

from django.db import transaction

from unionhall.accounts.models import User
from unionhall.accounts.numbering import of_year
from unionhall.audit import services as audit
from unionhall.ballots.flow import FLOW, State
from unionhall.ballots.models import Option, Poll, Question, RollEntry, Teller
from unionhall.ballots.plain import Ask, Choice
from unionhall.ballots.services.preparing import write_questions
from unionhall.kernel import clock

KEPT = (
    "subject_type subject_id title text kind way seats takes_others is_run_off quorum quorum_text rule_of rule_share rule_inclusive "
    "rule_text needs_approval shows_result"
).split()


@transaction.atomic
def repeat(poll: Poll, *, by: User) -> Poll:
    """Prepare the next round on the same roll, with the same rule and tellers; returns it, not yet open.

    A void poll is asked again as it was (ORG-24). Of an election with a tie at the last seats only the tied stand, and
    the most votes win (ORG-23); with seats missing otherwise, those not elected stand for them, who was written in among
    them. Raises Blocked when
    there is a next round already, or nothing left to vote on.
    """
    FLOW.fire(poll, "repeat", by=by)  # its UPDATE locks the row, so that of two only one finds no successor
    FLOW.check(poll, "repeat", by=by)
    new = Poll(previous=poll, round=poll.round + 1, **{name: getattr(poll, name) for name in KEPT})
    keep = _standing(poll, new)
    new.number = of_year("BJ", "ballots", clock.today().year)
    new.save(force_insert=True)
    write_questions(new, [_again(question, keep, new) for question in poll.questions.prefetch_related("options__user")])
    _copy_people(poll, new)
    audit.record("ballots.prepare", new, by=by, after=audit.snapshot(new, ["number", "title", "round", "previous"]))
    return new


def _standing(poll: Poll, new: Poll) -> set[UUID]:
    """The options that stand again; sets the seats of the new round."""
    options = Option.objects.filter(question__poll=poll)
    if poll.state == State.VOID:
        return set(options.filter(is_write_in=False).values_list("pk", flat=True))
    new.seats = poll.result.missing
    tied = options.filter(line__is_tied=True)
    new.is_run_off = tied.exists()
    new.takes_others &= not new.is_run_off
    return set((tied if new.is_run_off else options.filter(line__is_elected=False)).values_list("pk", flat=True))


def _again(question: Question, keep: set[UUID], new: Poll) -> Ask:
    choices = [
        Choice(option.label, option.stance, option.candidate, option.user)
        for option in question.options.all()
        if option.pk in keep
    ]
    return Ask(question.text, choices, most=new.seats or question.most, is_text=question.is_text)


def _copy_people(poll: Poll, new: Poll) -> None:
    RollEntry.objects.bulk_create(
        [
            RollEntry(poll=new, voter=one.voter, label=one.label, group=one.group, user_id=one.user_id)
            for one in poll.roll.all()
        ],
        batch_size=1000,
    )
    Teller.objects.bulk_create(Teller(poll=new, user_id=teller.user_id) for teller in poll.tellers.all())
