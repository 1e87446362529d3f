"""The demo union's congress, put there by the verbs the pages call."""

from unionhall.congress.seed.between import meet
from unionhall.congress.seed.sessions import hold_both
from unionhall.congress.seed.term import found
from unionhall.demo.world import World


def seed(world: World) -> None:
    """The third term of the staff congress with two sessions and a joint meeting; the small union has none."""
    if not world.is_small:
        term = found(world)
        hold_both(world, term)
        meet(world, term)
