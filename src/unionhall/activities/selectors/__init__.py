"""Reads shaped for pages and figures; import them from here."""

from unionhall.activities.selectors.activities import counts, is_largest, mine, open_to, prizes_of, rows
from unionhall.activities.selectors.door import at_door, door_list
from unionhall.activities.selectors.results import results_of, standings
from unionhall.activities.selectors.totals import (
    at_least_as_large,
    awards,
    certificates,
    door,
    held,
    issued,
    items,
    largest,
    outside,
    outside_people,
    outside_women,
    partners,
    placings,
    signed_up,
    took_part,
    trainings,
    women,
)

__all__ = [
    "at_door",
    "at_least_as_large",
    "awards",
    "certificates",
    "counts",
    "door",
    "door_list",
    "held",
    "is_largest",
    "issued",
    "items",
    "largest",
    "mine",
    "open_to",
    "outside",
    "outside_people",
    "outside_women",
    "partners",
    "placings",
    "prizes_of",
    "results_of",
    "rows",
    "signed_up",
    "standings",
    "took_part",
    "trainings",
    "women",
]
