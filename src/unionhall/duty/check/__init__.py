"""Reads any text, ours or pasted, and marks each claim in it against what the records say. Pure: asks no database."""
