"""The records of proposals, one subject a file."""

from unionhall.proposals.models.call import Call
from unionhall.proposals.models.handling import Assignment, Chase, DeliveryMeeting, Extension, Progress
from unionhall.proposals.models.proposal import Proposal, TextVersion
from unionhall.proposals.models.reply import Rating, Reply
from unionhall.proposals.models.review import Decision, Review
from unionhall.proposals.models.second import Second
from unionhall.proposals.models.tracking import CarryOver

__all__ = [
    "Assignment",
    "Call",
    "CarryOver",
    "Chase",
    "Decision",
    "DeliveryMeeting",
    "Extension",
    "Progress",
    "Proposal",
    "Rating",
    "Reply",
    "Review",
    "Second",
    "TextVersion",
]
