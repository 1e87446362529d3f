"""What care asks money for, told to the book: who sees the record, where it stands, whom to tell once it is paid."""

from unionhall.care.funded import aid, covers, drives, issues, rest, visits

__all__ = ["aid", "covers", "drives", "issues", "rest", "visits"]
