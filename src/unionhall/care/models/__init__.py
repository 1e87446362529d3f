"""The nouns of care; import them from here."""

from unionhall.care.models.event import LifeEvent
from unionhall.care.models.issue import Audience, Entitlement, Issue, Package
from unionhall.care.models.standard import Claim, Standard, Tally
from unionhall.care.models.task import VisitRule, VisitSet, VisitTask
from unionhall.care.models.visit import Promise, Visit, Visitor

__all__ = [
    "Audience",
    "Claim",
    "Entitlement",
    "Issue",
    "LifeEvent",
    "Package",
    "Promise",
    "Standard",
    "Tally",
    "Visit",
    "VisitRule",
    "VisitSet",
    "VisitTask",
    "Visitor",
]
