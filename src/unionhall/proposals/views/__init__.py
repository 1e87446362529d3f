"""The special pages of proposals."""
