"""The world the crawler walks through, with one record of every kind."""
import pytest

from tests.kit.world import World, build, furnish


@pytest.fixture
def world(union, other_union) -> World:
    """Everybody in their place, and a record of every kind in both unions."""
    world = build(union, other_union)
    furnish(world)
    return world
