"""Mutual-aid cover: who is covered, and what was asked of it."""

from unionhall.care.services.covers.claiming import claim, correct, pay, refuse, send
from unionhall.care.services.covers.enrolling import cancel, cancel_batch, enrol

__all__ = ["cancel", "cancel_batch", "claim", "correct", "enrol", "pay", "refuse", "send"]
