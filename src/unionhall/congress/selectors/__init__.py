"""What pages, papers, figures and other modules read of congresses; import it from here."""

from unionhall.congress.selectors.delegates import delegate_of, delegates, grants
from unionhall.congress.selectors.sessions import (
    at_desk,
    attendees,
    items,
    owed,
    present,
    resolutions,
    sessions,
    terms,
)
from unionhall.congress.selectors.showing import Showing, showing
from unionhall.congress.selectors.totals import came, delegates_came, heard, held, roll, serving

__all__ = [
    "Showing",
    "at_desk",
    "attendees",
    "came",
    "delegate_of",
    "delegates",
    "delegates_came",
    "grants",
    "heard",
    "held",
    "items",
    "owed",
    "present",
    "resolutions",
    "roll",
    "serving",
    "sessions",
    "showing",
    "terms",
]
