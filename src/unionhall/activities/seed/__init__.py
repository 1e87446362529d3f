"""The demo union's activities of 2023, put there by the verbs the pages call."""

from unionhall.activities.seed.year import seed

__all__ = ["seed"]
