"""Spans of days in two columns: the first day, and the first day it no longer holds, empty while it runs."""

from datetime import date

from django.db.models import Q


def runs_on(day: date, *, last: str, first: str = "") -> Q:
    """Rows that had begun on a day (when `first` names a column) and not ended by it."""
    running = Q(**{last: None}) | Q(**{f"{last}__gt": day})
    return Q(**{f"{first}__lte": day}) & running if first else running
