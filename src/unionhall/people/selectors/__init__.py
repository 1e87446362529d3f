"""Reads shaped for pages and for the modules above; import them from here."""

from unionhall.people.selectors.persons import members, person_of, register, rows, staff
from unionhall.people.selectors.posts import (
    holders,
    member_grants,
    opens_office,
    post_grants,
    terms_due,
    users_with,
    womens_committee_missing,
)

__all__ = [
    "holders",
    "member_grants",
    "members",
    "opens_office",
    "person_of",
    "post_grants",
    "register",
    "rows",
    "staff",
    "terms_due",
    "users_with",
    "womens_committee_missing",
]
