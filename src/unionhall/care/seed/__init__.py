"""The demo union's care of 2023, put there by the verbs the pages call."""

from datetime import date

from unionhall.care.seed import confidence, gifts, posted, visits
from unionhall.demo.world import World
from unionhall.people.models import Person

__all__ = ["seed"]


def seed(world: World) -> None:
    """Both sides of care, each with its own year; the small union has no money of its own."""
    if world.is_small:
        return
    visits.rule(world)
    confidence.seed(world)
    gifts.spring(world)
    visits.at_spring_festival(world)
    visits.the_year(world, _people(world))
    visits.birthdays(world)
    posted.first_quarter(world)
    gifts.open_today(world)
    visits.today(world)


def _people(world: World) -> list[Person]:
    """Members of the whole year who play no part in the demo, from the end of the roster."""
    parts = {user.pk for user in world.users.values()}
    here = Person.objects.members(date(2023, 1, 1)).filter(left_on=None, retired_on=None)
    return list(here.exclude(user__in=parts).select_related("unit__parent").order_by("-staff_no")[:120])
