"""What care tells, and in which words: one file for each subject."""

from unionhall.care.notices import aid, attesting, drive, gifts, hardship, health, visits

__all__ = ["aid", "attesting", "drive", "gifts", "hardship", "health", "visits"]
