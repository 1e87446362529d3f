"""What was given in the first quarter of 2023, as it hung in each branch."""

from datetime import date

from unionhall.care.services import quarters
from unionhall.demo.world import World
from unionhall.kernel import clock


def first_quarter(world: World) -> None:
    """One posting for each branch, masked."""
    with clock.pinned(date(2023, 4, 3)):
        quarters.post(by=world.users["clerk"], year=2023, number=1)
