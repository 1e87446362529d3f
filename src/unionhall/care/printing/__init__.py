"""The printed papers of care, each from a Word template: one file for each subject."""

from unionhall.care.printing import drives, hardship, visits

__all__ = ["drives", "hardship", "visits"]
