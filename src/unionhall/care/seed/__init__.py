"""The demo union's care of 2023 and of the year it is opened in, put there by the verbs the pages call."""

from datetime import date
from functools import partial

from unionhall.care.seed import confidence, gifts, giving, happened, posted, rounds, seconded
from unionhall.demo.world import World
from unionhall.people.models import Person

__all__ = ["seed"]

AT_MOST = 120  # to so many something happens in a year


def seed(world: World) -> None:
    """The large union's year, open and confidential; the small one has no money of its own."""
    if world.is_small:
        return
    people = _people(world)
    happened.rule(world)
    confidence.seed(world)
    gifts.spring(world)
    rounds.at_spring_festival(world)
    happened.the_year(world, people[:AT_MOST])
    rounds.birthdays(world)
    posted.first_quarter(world)
    gifts.open_today(world)
    happened.today(world)
    world.afterwards(partial(seconded.so_far, world))
    world.afterwards(partial(happened.the_year_so_far, world, people[AT_MOST:]))
    world.afterwards(partial(giving.collect_today, world, people[AT_MOST:]))


def _people(world: World) -> list[Person]:
    """Members of the whole year who play no part in the demo, from the end of the roster: for one year, then another."""
    here = Person.objects.members(date(2023, 1, 1)).filter(left_on=None, retired_on=None)
    return list(
        here.exclude(user__in=world.players).select_related("unit__parent").order_by("-staff_no")[: 2 * AT_MOST]
    )
