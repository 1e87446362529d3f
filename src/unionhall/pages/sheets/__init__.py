"""Reading the workbooks people send: xlsx, xls and csv, known by content, with a sentence for each refusal."""

from unionhall.pages.sheets.reading import Sheet, is_blank, open_book
from unionhall.pages.sheets.refusals import Unreadable

__all__ = ["Sheet", "Unreadable", "is_blank", "open_book"]
