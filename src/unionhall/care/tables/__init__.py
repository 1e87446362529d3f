"""Columns: the same on the page, in the workbook and behind a figure."""
