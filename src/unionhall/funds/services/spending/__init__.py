"""Asking for money, and deciding on it."""

from unionhall.funds.services.spending.asking import amend, ask, draft, rung, submit, withdraw
from unionhall.funds.services.spending.deciding import approve, own_stake, refuse
from unionhall.funds.services.spending.evidence import add_evidence, drop_evidence
from unionhall.funds.services.spending.writing import LARGEST

__all__ = [
    "LARGEST",
    "add_evidence",
    "amend",
    "approve",
    "ask",
    "draft",
    "drop_evidence",
    "own_stake",
    "refuse",
    "rung",
    "submit",
    "withdraw",
]
