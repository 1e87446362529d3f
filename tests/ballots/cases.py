"""One random vote, and whether the engine says of it what the slow model says; shared by the tests and the bench."""

import random
from collections.abc import Callable
from fractions import Fraction

from tests.ballots import slow
from unionhall.ballots import rules
from unionhall.ballots.rules import Base, Counts, Rule

SHARES = [Fraction(1, 2), Fraction(2, 3), Fraction(3, 5), Fraction(1, 3), Fraction(3, 4), Fraction(4, 5)]


def agree(chance: random.Random, carried: Callable[..., bool] = rules.carried) -> None:
    """Draw a vote and hold every rule against the model."""
    counts, rule = draw_counts(chance), draw_rule(chance)
    yes = chance.randint(0, counts.entitled + 1)
    assert carried(yes, counts, rule) == slow.carries(yes, counts, rule), (yes, counts, rule)
    assert rules.quorum_reached(counts.present, counts.entitled, rule.share) == slow.quorum(
        counts.present, counts.entitled, rule.share
    )
    assert rules.papers_agree(counts.issued, counts.collected) == (not counts.collected > counts.issued)
    seats, tally = (
        chance.randint(1, 5),
        {name: chance.randint(0, counts.entitled) for name in "abcdefg"[: chance.randint(1, 7)]},
    )
    check_election(seats, tally, counts, rule)


def check_election(seats: int, tally: dict[str, int], counts: Counts, rule: Rule) -> None:
    """The outcome as the model has it: who is in, who is tied, how many seats are left."""
    outcome = rules.elect(seats, tally, counts, rule)
    passed = {name: votes for name, votes in tally.items() if slow.carries(votes, counts, rule)}
    assert set(outcome.elected) == slow.elected(seats, passed), (seats, tally, counts, rule)
    assert set(outcome.tied) == slow.tied(seats, passed), (seats, tally, counts, rule)
    assert outcome.missing == seats - len(outcome.elected)


def draw_counts(chance: random.Random) -> Counts:
    """Numbers a vote may have, small and close to the edges more often than not."""
    entitled = chance.choice([chance.randint(0, 12), chance.randint(0, 300)])
    present = chance.randint(0, entitled)
    issued = chance.randint(0, present)
    collected = max(0, issued + chance.choice([0, 0, 0, 1, -1, -2]))
    return Counts(entitled, present, issued, collected, chance.randint(0, collected))


def draw_rule(chance: random.Random) -> Rule:
    """A majority as some statute has it."""
    return Rule(chance.choice(list(Base)), chance.choice(SHARES), chance.random() < 0.5, "")
