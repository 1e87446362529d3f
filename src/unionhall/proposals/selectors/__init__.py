"""What pages, papers and figures read of proposals; import it from here."""

from unionhall.proposals.selectors import persons, totals
from unionhall.proposals.selectors.lists import (
    Alike,
    handed_in,
    mine,
    open_calls,
    owed,
    public,
    rows,
    shares,
    similar,
    to_consent,
    to_rate,
    to_second,
    to_see,
    to_sign,
)

__all__ = [
    "Alike",
    "handed_in",
    "mine",
    "open_calls",
    "owed",
    "persons",
    "public",
    "rows",
    "shares",
    "similar",
    "to_consent",
    "to_rate",
    "to_second",
    "to_see",
    "to_sign",
    "totals",
]
