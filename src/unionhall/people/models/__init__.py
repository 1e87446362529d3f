"""The nouns of people; import them from here."""

from unionhall.people.models.body import Body, Post, Seat, Term
from unionhall.people.models.correction import Correction
from unionhall.people.models.membership import Membership
from unionhall.people.models.person import Person, Placement, Relation
from unionhall.people.models.profile import Profile
from unionhall.people.models.tree import Department, Unit

__all__ = [
    "Body",
    "Correction",
    "Department",
    "Membership",
    "Person",
    "Placement",
    "Post",
    "Profile",
    "Relation",
    "Seat",
    "Term",
    "Unit",
]
