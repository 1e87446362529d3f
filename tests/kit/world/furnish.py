"""One record of every kind in both unions: what the crawler opens. Each module has a builder here, by its label."""
from collections.abc import Callable

from django.db import models

from tests.kit.world.build import World
from tests.kit.world.people import House
from tests.kit.world.personas import Persona
from unionhall.accounts.tenancy import in_union
from unionhall.jobs.models import Job

Builder = Callable[[House], list[models.Model]]


def job(house: House) -> list[models.Model]:
    """A job the clerk asked for."""
    return [Job.objects.create(key="kit.nothing", label="演练任务", requested_by=house.users[Persona.CLERK])]


def people(house: House) -> list[models.Model]:
    """The member, with membership; the branch chair's body, seat and post."""
    member = house.people[Persona.MEMBER]
    user, branch, ward = house.users[Persona.MEMBER], house.units["branch"], house.departments["ward"]
    return [user, member, member.memberships.get(), branch, ward]


BUILDERS: list[Builder] = [people, job]


def furnish(world: World) -> None:
    """Put the records of every builder into both unions."""
    for house, keys in ((world.home, world.ours), (world.next_door, world.theirs)):
        with in_union(house.union):
            for builder in BUILDERS:
                keys |= {record._meta.label: record.pk for record in builder(house)}
