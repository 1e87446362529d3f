"""The demo unions' people, put there by the verbs the pages call."""

from unionhall.demo.world import World
from unionhall.people.seed.demo import seed_large
from unionhall.people.seed.parts import WORDS
from unionhall.people.seed.small import seed_small


def seed(world: World) -> None:
    """People the union in scope and let visitors play every part of the design's table of roles."""
    cast = seed_small(world.system, world.random) if world.is_small else seed_large(world.system)
    for part, words in WORDS.items():
        if part in cast.parts:
            world.play(part, cast.person(part).user, words)
