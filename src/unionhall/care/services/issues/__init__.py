"""Benefit issues from the first idea to the archive: packages, the entitled list, opening, closing."""

from unionhall.care.services.issues.opening import draw_up, open_
from unionhall.care.services.issues.packages import add_package, change_package, drop_package, restock
from unionhall.care.services.issues.plan import amend, archive, cancel, close, draft

__all__ = [
    "add_package",
    "amend",
    "archive",
    "cancel",
    "change_package",
    "close",
    "draft",
    "draw_up",
    "drop_package",
    "open_",
    "restock",
]
