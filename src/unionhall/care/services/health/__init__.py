"""Health-check rounds: the list is drawn by rule, days are booked within their quota, who came is noted, and no more."""

from unionhall.care.services.health.booking import book, decline
from unionhall.care.services.health.rounds import (
    add_day,
    amend,
    cancel,
    change_day,
    close,
    draft,
    entitled,
    mark,
    open_round,
)

__all__ = [
    "add_day",
    "amend",
    "book",
    "cancel",
    "change_day",
    "close",
    "decline",
    "draft",
    "entitled",
    "mark",
    "open_round",
]
