"""The verbs of congresses; import them from here."""

from unionhall.congress.services.agenda import add_item, add_paper, call, hear, note, put_back, withdraw
from unionhall.congress.services.attendance import check_in, excuse, invite, seat_presidium
from unionhall.congress.services.committees import name_member
from unionhall.congress.services.delegates import elect, enrol, name_head, place, recall, release
from unionhall.congress.services.resolutions import publish, resolve
from unionhall.congress.services.sessions import (
    amend,
    archive,
    cancel,
    close,
    convene,
    file,
    open_session,
    prepare,
    redraw,
    tick,
    write_minutes,
)
from unionhall.congress.services.terms import add_constituency, add_delegation, open_term
from unionhall.congress.services.votes import conclude, open_vote

__all__ = [
    "add_constituency",
    "add_delegation",
    "add_item",
    "add_paper",
    "amend",
    "archive",
    "call",
    "cancel",
    "check_in",
    "close",
    "conclude",
    "convene",
    "elect",
    "enrol",
    "excuse",
    "file",
    "hear",
    "invite",
    "name_head",
    "name_member",
    "note",
    "open_session",
    "open_term",
    "open_vote",
    "place",
    "prepare",
    "publish",
    "put_back",
    "recall",
    "redraw",
    "release",
    "resolve",
    "seat_presidium",
    "tick",
    "withdraw",
    "write_minutes",
]
