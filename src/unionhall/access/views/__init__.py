"""The pages about getting in."""
