"""The verbs of polls; import them from here."""

from unionhall.ballots.plain import Ask, Candidate, Choice, Voter
from unionhall.ballots.services.casting import cast, cast_as
from unionhall.ballots.services.counting import count
from unionhall.ballots.services.opening import break_off, close, open
from unionhall.ballots.services.outcome import approve, declare, refuse
from unionhall.ballots.services.own import appraise, ask
from unionhall.ballots.services.preparing import amend, name_tellers, prepare, withdraw
from unionhall.ballots.services.rounds import repeat

__all__ = [
    "Ask",
    "Candidate",
    "Choice",
    "Voter",
    "amend",
    "appraise",
    "approve",
    "ask",
    "break_off",
    "cast",
    "cast_as",
    "close",
    "count",
    "declare",
    "name_tellers",
    "open",
    "prepare",
    "refuse",
    "repeat",
    "withdraw",
]
