"""Reads of the duty reports; import them from here."""
from unionhall.duty.selectors.reports import paragraphs_of, rows, text_of, untold

__all__ = ["paragraphs_of", "rows", "text_of", "untold"]
