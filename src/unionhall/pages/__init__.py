"""Declarations of pages: list, record, step, export and import, and the frames around. Knows flows, not members."""
