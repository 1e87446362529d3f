"""The pages of hardship files."""
