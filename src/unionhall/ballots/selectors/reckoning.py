"""The result of a poll, worked out from the votes themselves: at its declaration, and again whenever asked."""

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _

from unionhall.ballots import rules
from unionhall.ballots.kinds import Kind, Stance, Way
from unionhall.ballots.models import Option, Paper, Poll, TellerCount
from unionhall.ballots.rules import Counts, Outcome
from unionhall.ballots.rules.secrecy import may_be_shown

Votes = dict[UUID, int]


@dataclass(frozen=True)
class Reckoning:
    """What a poll comes to. `votes` has every option that may be shown; void for a `problem`, empty when withheld."""

    counts: Counts
    votes: Votes
    needed: int | None = None
    carried: bool | None = None
    outcome: Outcome[UUID] = field(default_factory=lambda: Outcome((), (), 0))
    problem: str = ""
    is_withheld: bool = False

    @property
    def settles(self) -> bool:
        """Whether something was decided that an upper union could approve."""
        return bool(self.carried or self.outcome.elected)


def reckon(poll: Poll) -> Reckoning:
    """Count a closed poll. Polls counted by people need two counts that agree; a handful of queries."""
    counts, votes = {
        Way.HANDS: _counted,
        Way.PAPER: _counted,
        Way.NAMED: _named,
        Way.ANONYMOUS: _anonymous,
    }[Way(poll.way)](poll)
    if not rules.papers_agree(counts.issued, counts.collected):
        problem = _("收回%(collected)s张，多于发出的%(issued)s张，本次投票无效，须重新投票（选举办法，ORG-24）。")
        return Reckoning(counts, votes, problem=problem % {"collected": counts.collected, "issued": counts.issued})
    if poll.way == Way.ANONYMOUS and not may_be_shown(counts.collected):
        return Reckoning(counts, {}, is_withheld=True)
    return _decided(poll, counts, votes)


def _decided(poll: Poll, counts: Counts, votes: Votes) -> Reckoning:
    rule = poll.rule
    if rule is None:
        return Reckoning(counts, votes)
    least = rules.needed(counts, rule)
    if poll.kind == Kind.ELECTION:
        seats = poll.seats or 0
        outcome = rules.run_off(seats, votes) if poll.is_run_off else rules.elect(seats, votes, counts, rule)
        return Reckoning(counts, votes, None if poll.is_run_off else least, outcome=outcome)
    yes = Option.objects.get(question__poll=poll, stance=Stance.YES)
    return Reckoning(counts, votes, least, rules.carried(votes[yes.pk], counts, rule))


def _options(poll: Poll) -> Votes:
    keys = Option.objects.filter(question__poll=poll).order_by("question__position", "position")
    return dict.fromkeys(keys.values_list("pk", flat=True), 0)


def _counted(poll: Poll) -> tuple[Counts, Votes]:
    agreed = poll.latest_counts()[0]
    votes = _options(poll) | {tally.option_id: tally.votes for tally in agreed.tallies.all()} | _others(poll, agreed)
    present = poll.present or 0
    if poll.way == Way.HANDS:
        return Counts(poll.entitled or 0, present, present, present, sum(votes.values())), votes
    return Counts(poll.entitled or 0, present, agreed.issued, agreed.collected, agreed.valid), votes


def _others(poll: Poll, agreed: TellerCount) -> Votes:
    if not poll.takes_others:
        return {}
    written = Option.objects.filter(question__poll=poll, is_write_in=True).values_list("label", "pk")
    votes = agreed.written_in()
    return {pk: votes[name] for name, pk in written}


def _named(poll: Poll) -> tuple[Counts, Votes]:
    given = poll.named_votes.order_by().values_list("option").annotate(votes=Count("pk"))
    votes = _options(poll) | dict(given)
    cast, present = sum(votes.values()), poll.present or 0
    return Counts(poll.entitled or 0, present, present, cast, cast), votes


def _anonymous(poll: Poll) -> tuple[Counts, Votes]:
    """Only the options of questions with enough answers are in the votes (five, inclusive)."""
    took_part, present = poll.turnouts.count(), poll.present or 0
    counts = Counts(poll.entitled or 0, present, present, took_part, took_part)
    papers: dict[UUID, list[list[str]]] = {}
    for question, marks in Paper.objects.filter(poll=poll).values_list("question", "marks"):
        papers.setdefault(question, []).append(marks)
    votes = _options(poll)
    shown: Votes = {}
    for option in Option.objects.filter(question__poll=poll):
        answers = papers.get(option.question_id, [])
        if may_be_shown(len(answers)):
            tally = Counter(UUID(mark) for marks in answers for mark in marks)
            shown[option.pk] = tally[option.pk]
    return counts, {pk: shown[pk] for pk in votes if pk in shown}
