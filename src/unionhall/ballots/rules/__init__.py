"""Voting as arithmetic over whole numbers: no database, no floats. What differs by place comes in as a `Rule`."""

from unionhall.ballots.rules.counting import Base, Counts, Rule, carried, needed, papers_agree, quorum_reached
from unionhall.ballots.rules.elections import Outcome, candidates_needed, elect, paper_is_valid, run_off
from unionhall.ballots.rules.strokes import by_strokes

__all__ = [
    "Base",
    "Counts",
    "Outcome",
    "Rule",
    "by_strokes",
    "candidates_needed",
    "carried",
    "elect",
    "needed",
    "paper_is_valid",
    "papers_agree",
    "quorum_reached",
    "run_off",
]
