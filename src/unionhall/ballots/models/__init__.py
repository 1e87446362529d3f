"""The records of polls, one subject a file."""

from unionhall.ballots.models.counts import TellerCount, TellerTally, WriteIn
from unionhall.ballots.models.poll import Option, Poll, Question
from unionhall.ballots.models.result import Result, ResultLine
from unionhall.ballots.models.roll import RollEntry, Teller
from unionhall.ballots.models.votes import NamedVote, Paper, Turnout

__all__ = [
    "NamedVote",
    "Option",
    "Paper",
    "Poll",
    "Question",
    "Result",
    "ResultLine",
    "RollEntry",
    "Teller",
    "TellerCount",
    "TellerTally",
    "Turnout",
    "WriteIn",
]
