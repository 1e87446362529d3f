"""One record of every kind about the member, about a member elsewhere and about a member next door.

What the crawler opens, and where it plants its words. Each module has a builder here: given a house and the persona the
records are about, it makes them, through models where a verb would need a whole story, and returns them; a
second record of a kind under a label of its own, such as `item:team`.
"""

from collections.abc import Callable
from uuid import UUID

from django.db import models

from tests.kit.world.build import World
from tests.kit.world.furnish import (
    activities,
    ballots,
    care_aid,
    care_visits,
    congress,
    duty,
    engines,
    funds_book,
    funds_money,
    people,
    proposals,
)
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.tenancy import in_union

Made = models.Model | tuple[str, models.Model]
Builder = Callable[[House, Persona], list[Made]]
BUILDERS: list[Builder] = [
    people.furnish,
    funds_book.furnish,
    funds_money.furnish,
    ballots.furnish,
    congress.furnish,
    activities.furnish,
    care_visits.furnish,
    care_aid.furnish,
    proposals.furnish,
    duty.furnish,
    engines.furnish,
]


def furnish(world: World) -> None:
    """Let every builder work in both unions, and note the key of each record under its model's label."""
    for house, persona, keys in (
        (world.home, Persona.MEMBER, world.ours),
        (world.home, Persona.OTHER_BRANCH, world.elsewhere),
        (world.next_door, Persona.MEMBER, world.theirs),
    ):
        with in_union(house.union):
            for builder in BUILDERS:
                keys |= dict(map(named, builder(house, persona)))


def named(made: Made) -> tuple[str, UUID]:
    """Label and key of what a builder made."""
    label, record = made if isinstance(made, tuple) else (made._meta.label, made)
    return label, record.pk
