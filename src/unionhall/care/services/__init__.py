"""The verbs of care, one file for each noun."""
