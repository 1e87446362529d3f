"""The records of activities, one subject a file."""

from unionhall.activities.models.activity import Activity, Organiser, Partner, Quota, Series
from unionhall.activities.models.attendance import Attendance
from unionhall.activities.models.entry import Entry, Item, Team
from unionhall.activities.models.external import ExternalMember, ExternalTeam, Placing
from unionhall.activities.models.prize import Prize, PrizeIssue
from unionhall.activities.models.result import Result
from unionhall.activities.models.training import Certificate, Training

__all__ = [
    "Activity",
    "Attendance",
    "Certificate",
    "Entry",
    "ExternalMember",
    "ExternalTeam",
    "Item",
    "Organiser",
    "Partner",
    "Placing",
    "Prize",
    "PrizeIssue",
    "Quota",
    "Result",
    "Series",
    "Team",
    "Training",
]
