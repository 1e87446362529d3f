"""The forms of care, one file for each noun."""
