"""Write the book: vouchers with their entries, reviewed by a second person, reversed when wrong, never edited."""

from unionhall.funds.services.vouchers.making import (
    book,
    check_maker,
    make,
    reverse,
    review,
    why_not_make,
    why_not_review,
)
from unionhall.funds.services.vouchers.writing import with_purses, write

__all__ = [
    "book",
    "check_maker",
    "make",
    "reverse",
    "review",
    "why_not_make",
    "why_not_review",
    "with_purses",
    "write",
]
