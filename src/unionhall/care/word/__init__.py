"""The Word forms of care."""
