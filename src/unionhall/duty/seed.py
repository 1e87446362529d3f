"""The demo union's reports of 2023: the half-year signed in July, the year's still a draft."""

from datetime import date

from unionhall.demo.world import World
from unionhall.duty import services
from unionhall.kernel import clock

JULY, DECEMBER = date(2023, 7, 10), date(2023, 12, 29)


def seed(world: World) -> None:
    """What the clerk drafted and the chair signed; the small union has written nothing yet."""
    if world.is_small:
        return
    clerk, chair = world.users["clerk"], world.users["chair"]
    with clock.pinned(JULY):
        half = services.draft(by=clerk, period="2023H1", outline="half-year", audience="工会委员会")
        services.sign(half, by=chair)
    with clock.pinned(DECEMBER):
        services.draft(by=clerk, period="2023", outline="personal", audience="会员代表大会")
