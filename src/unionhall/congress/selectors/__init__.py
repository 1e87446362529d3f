"""What pages, papers, figures and other modules read of congresses; import it from here."""

from unionhall.congress.selectors.delegates import delegate_of, delegates, grants
from unionhall.congress.selectors.drafts import minutes_drafted, resolution_drafted
from unionhall.congress.selectors.phone import Line, agenda_of
from unionhall.congress.selectors.results import elected, lines_elected, results
from unionhall.congress.selectors.sessions import (
    Group,
    absent,
    at_desk,
    attendees,
    constituencies,
    items,
    joint_meetings,
    missing,
    motions,
    on_agenda,
    owed,
    present,
    resolutions,
    sessions,
    terms,
)
from unionhall.congress.selectors.showing import Showing, planned, showing
from unionhall.congress.selectors.totals import came, delegates_came, heard, held, roll, serving

__all__ = [
    "Group",
    "Line",
    "Showing",
    "absent",
    "agenda_of",
    "at_desk",
    "attendees",
    "came",
    "constituencies",
    "delegate_of",
    "delegates",
    "delegates_came",
    "elected",
    "grants",
    "heard",
    "held",
    "items",
    "joint_meetings",
    "lines_elected",
    "minutes_drafted",
    "missing",
    "motions",
    "on_agenda",
    "owed",
    "planned",
    "present",
    "resolution_drafted",
    "resolutions",
    "results",
    "roll",
    "serving",
    "sessions",
    "showing",
    "terms",
]
