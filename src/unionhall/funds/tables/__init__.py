"""Columns of the lists of funds, one subject a file."""
