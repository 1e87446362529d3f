"""Reads of polls shaped for verbs and pages; import them from here."""

from unionhall.ballots.selectors.in_force import election_majority, majority, margin, quorum
from unionhall.ballots.selectors.reckoning import Reckoning, reckon

__all__ = ["Reckoning", "election_majority", "majority", "margin", "quorum", "reckon"]
