"""The nouns of care; import them from here."""

from unionhall.care.models.aid import Aid
from unionhall.care.models.attestation import Attestation
from unionhall.care.models.cover import Cover, CoverBatch, CoverClaim
from unionhall.care.models.drive import Drive, DrivePayment
from unionhall.care.models.event import LifeEvent
from unionhall.care.models.gift import Gift, Goods
from unionhall.care.models.hardship import HardshipFile
from unionhall.care.models.health import Check, CheckDay, CheckRound
from unionhall.care.models.household import Deliberation, HardshipPaper, HomeVisit, MeansTest, Relative, Review
from unionhall.care.models.issue import Entitlement, Issue, Package
from unionhall.care.models.paper import VisitPaper
from unionhall.care.models.promise import Promise
from unionhall.care.models.proof import ProofRule
from unionhall.care.models.public_notice import Objection, PublicNotice
from unionhall.care.models.rest import Candidate, RestBatch
from unionhall.care.models.round import VisitRound
from unionhall.care.models.standard import Claim, Standard, Tally
from unionhall.care.models.task import VisitRule, VisitSet, VisitTask
from unionhall.care.models.visit import Signature, Visit, Visitor

__all__ = [
    "Aid",
    "Attestation",
    "Candidate",
    "Check",
    "CheckDay",
    "CheckRound",
    "Claim",
    "Cover",
    "CoverBatch",
    "CoverClaim",
    "Deliberation",
    "Drive",
    "DrivePayment",
    "Entitlement",
    "Gift",
    "Goods",
    "HardshipFile",
    "HardshipPaper",
    "HomeVisit",
    "Issue",
    "LifeEvent",
    "MeansTest",
    "Objection",
    "Package",
    "Promise",
    "ProofRule",
    "PublicNotice",
    "Relative",
    "RestBatch",
    "Review",
    "Signature",
    "Standard",
    "Tally",
    "Visit",
    "VisitPaper",
    "VisitRound",
    "VisitRule",
    "VisitSet",
    "VisitTask",
    "Visitor",
]
