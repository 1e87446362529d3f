"""Reads shaped for pages and for the modules above; import them from here."""

from unionhall.people.selectors.persons import members, person_of, register, rows, staff
from unionhall.people.selectors.posts import (
    grants,
    holders,
    opens_office,
    terms_due,
    users_with,
    womens_committee_missing,
)

__all__ = [
    "grants",
    "holders",
    "members",
    "opens_office",
    "person_of",
    "register",
    "rows",
    "staff",
    "terms_due",
    "users_with",
    "womens_committee_missing",
]
