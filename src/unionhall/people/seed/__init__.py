"""The demo union's people, put there by the verbs the pages call."""
from unionhall.people.seed.demo import seed
from unionhall.people.seed.small import seed_small

__all__ = ["seed", "seed_small"]
