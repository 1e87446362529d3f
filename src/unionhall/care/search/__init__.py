"""What of care can be found: what is public, and nothing of what is told in confidence."""

from unionhall.care.search import drives, visits

__all__ = ["drives", "visits"]
