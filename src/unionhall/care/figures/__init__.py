"""What care can count, each number with its rows: one file for each part."""

from unionhall.care.figures import aid, visits

__all__ = ["aid", "visits"]
