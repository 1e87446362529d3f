"""What care tells, and in which words: one file for each subject."""

from unionhall.care.notices import aid, attesting, covers, drive, gifts, hardship, health, rest, visits

__all__ = ["aid", "attesting", "covers", "drive", "gifts", "hardship", "health", "rest", "visits"]
