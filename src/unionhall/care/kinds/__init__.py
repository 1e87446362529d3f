"""The words of care: one file for each subject."""
