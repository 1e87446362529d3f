"""The pages of benefit issues."""
