"""The confidential year of care: who is in it, and what waits today for whoever tries the demo."""

from datetime import date
from decimal import Decimal

from unionhall.care.kinds.aid import AidKind
from unionhall.care.kinds.hardship import Cause
from unionhall.care.kinds.words import Source
from unionhall.care.seed import giving, hard_times, households, wellbeing
from unionhall.care.services import aid, hardship
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Person

HOUSEHOLDS = 14


def seed(world: World) -> None:
    """Households, a collection, aid, health and cover, and what waits today."""
    people = _people(world)
    files = households.file_all(world, people[100 : 100 + HOUSEHOLDS])
    hard_times.operation(world, people[0])
    giving.collect(world, people)
    giving.rescue(world, hard_times.fire(world, people[120:]))
    hard_times.death(world)
    giving.support(world, files)
    wellbeing.examine(world)
    wellbeing.recuperate(world, people[130:])
    wellbeing.insure(world, people[150:])
    _today(world)


def _people(world: World) -> list[Person]:
    """Members of the whole year who play no part in the demo, shuffled; whom the collection is for comes first."""
    here = Person.objects.members(date(2023, 1, 1)).filter(
        left_on=None, retired_on=None, joined_on__lte=date(2023, 1, 1)
    )
    people = list(here.exclude(user__in=world.players).select_related("department", "user").order_by("staff_no"))
    world.random.shuffle(people)
    library = next((one for one in people if one.department and "图书" in one.department.name), people[0])
    return [library, *(one for one in people if one != library)]


def _today(world: World) -> None:
    """A request of a member for the office to verify, and one for the chair to decide."""
    member = world.users["member"]
    hardship.apply(
        by=member,
        person=member.person,
        cause=Cause.ILLNESS,
        circumstances="家人长期治疗，自付医疗费用较多，申请工会帮扶。",
        consented_on=clock.today(),
    )
    aid.request(
        by=world.users["clerk"],
        person=member.person,
        kind=AidKind.MEDICAL,
        source=Source.RELIEF,
        event_on=clock.today(),
        reason="家人手术，自付费用较多。",
        cash=Decimal(2000),
    )
