"""Reads of polls shaped for verbs and pages; import them from here."""

from unionhall.ballots.selectors.comparing import Difference, differences
from unionhall.ballots.selectors.in_force import election_majority, majority, margin, quorum, takes_others
from unionhall.ballots.selectors.reckoning import Reckoning, reckon
from unionhall.ballots.selectors.sheet import sheet, words
from unionhall.ballots.selectors.voting import entry_of, has_voted, mine, own_vote, turnout

__all__ = [
    "Difference",
    "Reckoning",
    "differences",
    "election_majority",
    "entry_of",
    "has_voted",
    "majority",
    "margin",
    "mine",
    "own_vote",
    "quorum",
    "reckon",
    "sheet",
    "takes_others",
    "turnout",
    "words",
]
