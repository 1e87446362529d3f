"""A module of the tests' own, on which the figures engine is proved."""
