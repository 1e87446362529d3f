"""Reads of the duty reports; import them from here."""

from unionhall.duty.selectors.reports import figures_used, paragraphs_of, rows, text_of, untold

__all__ = ["figures_used", "paragraphs_of", "rows", "text_of", "untold"]
