"""The verbs of funds."""
