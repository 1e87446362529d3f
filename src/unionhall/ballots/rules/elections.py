"""Candidates, papers and seats (rules ORG-17, ORG-22, ORG-23, ORG-24)."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic, TypeVar

from unionhall.ballots.rules.counting import Counts, Rule, needed

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Outcome(Generic[Key]):
    """`elected`, most votes first; `tied` at the last seats, to be voted on among them; seats still `missing`.

    With `tied` empty and seats missing too few had a majority, and the next round is held for these seats.
    """

    elected: tuple[Key, ...]
    tied: tuple[Key, ...]
    missing: int


def candidates_needed(seats: int, margin: Fraction) -> int:
    """The least number of candidates for `seats`: `margin` more, rounded up, at least one more (差额, ORG-17)."""
    surplus = -(-seats * margin.numerator // margin.denominator)
    return seats + max(1, surplus)


def paper_is_valid(marks: int, seats: int) -> bool:
    """Whether a paper counts: at most as many marked as there are seats (ORG-24). An empty one is valid, and abstains."""
    return 0 <= marks <= seats


def elect(seats: int, tally: Mapping[Key, int], counts: Counts, rule: Rule) -> Outcome[Key]:
    """Who is elected: those with a majority, and of these the most voted as far as seats go (ORG-22, ORG-23).

    Equal votes keep the order of `tally`. Those who tie for the last seats and do not all fit get none of them yet.
    """
    return _fill(seats, tally, needed(counts, rule))


def run_off(seats: int, tally: Mapping[Key, int]) -> Outcome[Key]:
    """The vote among the tied, all of whom have had their majority: the most voted win (ORG-23)."""
    return _fill(seats, tally, 1)


def _fill(seats: int, tally: Mapping[Key, int], least: int) -> Outcome[Key]:
    if seats < 1:
        raise ValueError("an election has at least one seat")
    passed = sorted((key for key, votes in tally.items() if votes >= least), key=lambda key: -tally[key])
    if len(passed) <= seats:
        return Outcome(tuple(passed), (), seats - len(passed))
    last = tally[passed[seats - 1]]
    if tally[passed[seats]] < last:
        return Outcome(tuple(passed[:seats]), (), 0)
    above = tuple(key for key in passed if tally[key] > last)
    return Outcome(above, tuple(key for key in passed if tally[key] == last), seats - len(above))
