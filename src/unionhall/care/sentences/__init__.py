"""How care is told in a report: one file for each part."""

from unionhall.care.sentences import aid, visits

__all__ = ["aid", "visits"]
