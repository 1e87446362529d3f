"""The verbs of duty reports; import them from here."""

from unionhall.duty.services.checking import check, check_text, note, unsettled
from unionhall.duty.services.drafting import draft, told_again
from unionhall.duty.services.editing import add, describe, move, remove, write
from unionhall.duty.services.signing import discard, sign

__all__ = [
    "add",
    "check",
    "check_text",
    "describe",
    "discard",
    "draft",
    "move",
    "note",
    "remove",
    "sign",
    "told_again",
    "unsettled",
    "write",
]
