"""Whose data a record is: the trail notes it with every act on the record and every look at it, and tells that person."""

from operator import attrgetter


def concerns(path: str) -> property:
    """What a model says of its rows: `concerns_person = concerns("person_id")`, the key of that person by this path."""
    return property(attrgetter(path))
