"""The pages of donation drives."""
