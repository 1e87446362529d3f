"""The records of a congress, one subject a file."""

from unionhall.congress.models.agenda import AgendaItem, DiscussionNote, Paper
from unionhall.congress.models.attendee import Attendee
from unionhall.congress.models.committee import Committee, CommitteeMember
from unionhall.congress.models.delegate import Constituency, Delegate, Delegation
from unionhall.congress.models.joint import JointMatter, JointMeeting, JointParticipant
from unionhall.congress.models.motion import Motion
from unionhall.congress.models.resolution import Resolution
from unionhall.congress.models.session import ChecklistStep, PresidiumMember, Session
from unionhall.congress.models.term import Term

__all__ = [
    "AgendaItem",
    "Attendee",
    "ChecklistStep",
    "Committee",
    "CommitteeMember",
    "Constituency",
    "Delegate",
    "Delegation",
    "DiscussionNote",
    "JointMatter",
    "JointMeeting",
    "JointParticipant",
    "Motion",
    "Paper",
    "PresidiumMember",
    "Resolution",
    "Session",
    "Term",
]
