"""Visits: at least two people go, what is given stays within the standards, what was given is signed for."""

from unionhall.care.services.visits.call import Call, Given, Heard, call_for
from unionhall.care.services.visits.filing import archive, sign, sign_own, void
from unionhall.care.services.visits.recording import record, record_many

__all__ = ["Call", "Given", "Heard", "archive", "call_for", "record", "record_many", "sign", "sign_own", "void"]
