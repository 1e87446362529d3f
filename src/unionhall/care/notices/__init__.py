"""What care tells, and in which words: one file for each subject."""

from unionhall.care.notices import aid, drive, gifts, hardship, visits

__all__ = ["aid", "drive", "gifts", "hardship", "visits"]
