"""The world most page tests live in: two unions, two branches, and one person of every kind the house knows."""

from tests.kit.world.build import SteadyClient, World, build
from tests.kit.world.furnish import furnish
from tests.kit.world.personas import Persona

__all__ = ["Persona", "SteadyClient", "World", "build", "furnish"]
