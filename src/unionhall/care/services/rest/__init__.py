"""Recuperation: recommended for merit, chosen within the places, posted, confirmed, held."""

from unionhall.care.services.rest.choosing import announce, choose, choose_again, confirm, drop_out
from unionhall.care.services.rest.going import ask_funds, cancel, finish
from unionhall.care.services.rest.planning import amend, draft, open_batch, recommend

__all__ = [
    "amend",
    "announce",
    "ask_funds",
    "cancel",
    "choose",
    "choose_again",
    "confirm",
    "draft",
    "drop_out",
    "finish",
    "open_batch",
    "recommend",
]
