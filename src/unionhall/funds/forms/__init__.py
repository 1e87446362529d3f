"""The forms of funds."""
