"""The demo's money: the year's budget, what came in, and the ways by which the seeds above pay."""

from unionhall.demo.world import World
from unionhall.funds.seed import ledger, spending
from unionhall.funds.seed.spending import pay_through

__all__ = ["pay_through", "seed"]


def seed(world: World) -> None:
    """The large union's year, its months closed when everybody has paid; the small union has no money of its own."""
    if not world.is_small:
        ledger.begin(world)
        spending.budget(world)
        spending.of_today(world)
        spending.contribute(world)
        spending.members_dues(world)
