"""The demo's rounds: birthdays and retirements week by week, leaders at Spring Festival."""

from datetime import date, timedelta
from decimal import Decimal

from unionhall.care.kinds.words import Festival, Occasion, Source
from unionhall.care.models import HardshipFile, Visit, VisitTask
from unionhall.care.seed.happened import GIVEN, HALF, MISSED, YEAR
from unionhall.care.seed.paying import ask_together, chairs, file, pay
from unionhall.care.selectors.retirees import retirees
from unionhall.care.services import tasks, visits
from unionhall.care.services.visits import Call, Given, call_for
from unionhall.demo.world import World
from unionhall.kernel import clock
from unionhall.people.models import Person

SPRING = date(2023, 1, 17)
CAKE = Given(goods=Decimal(200), goods_text="生日蛋糕券一张")


def birthdays(world: World) -> None:
    """Every member's birthday and every retirement of half a year, called on week by week."""
    clerk = world.users["clerk"]
    tasks.plan_roster(YEAR, HALF)
    leads = list(chairs().values())
    due = VisitTask.objects.filter(event=None).pending().select_related("person__unit__parent").order_by("happened_on")
    weeks: dict[date, list[VisitTask]] = {}
    for at, task in enumerate(due):
        if at % MISSED:
            weeks.setdefault(_sunday(task.happened_on), []).append(task)
    cakes: dict[int, list[Visit]] = {}
    players = {user.pk for user in world.players}
    for at, (day, some) in enumerate(sorted(weeks.items())):
        pair = [clerk.person, leads[at % len(leads)]]
        with clock.pinned(day):
            given = [Given() if task.person.user_id in players else _brought(task) for task in some]
            calls = [call_for(task, day, given=what) for task, what in zip(some, given, strict=True)]
            made = visits.record_many([call for call in calls if call.person not in pair], by=clerk, visitors=pair)
            for visit in made:
                if visit.occasion == Occasion.RETIREMENT and visit.total:
                    visits.sign(visit, by=clerk)
                    pay(visit, world)
        cakes.setdefault(day.month, []).extend(one for one in made if one.occasion == Occasion.BIRTHDAY and one.total)
    for month, some in cakes.items():
        with clock.pinned(max(one.visited_on for one in some)):
            ask_together(some, f"2023年{month}月生日慰问", world)


def _brought(task: VisitTask) -> Given:
    return CAKE if task.occasion == Occasion.BIRTHDAY else GIVEN[Occasion.RETIREMENT]


def _sunday(day: date) -> date:
    return day + timedelta(days=6 - day.weekday())


def at_spring_festival(world: World) -> None:
    """Leaders and the union call on retirees, on households in hardship and on those on duty."""
    clerk = world.users["clerk"]
    parts_of = ("hospital_leader", "chair", "department_head")
    leaders = [*(world.users[part].person for part in parts_of), clerk.person]
    retired = list(retirees(SPRING).order_by("staff_no")[:12])
    poor = [file.person for file in HardshipFile.objects.select_related("person").order_by("number")[:6]]
    front_line = Person.objects.members(SPRING).filter(is_front_line=True).exclude(user__in=world.players)
    on_duty = list(front_line.order_by("-staff_no")[:10])
    with clock.pinned(SPRING):
        to_retired = visits.record_many(
            [_festive(one, Occasion.RETIREE, Given(Decimal(300), Decimal(200), "慰问品一份")) for one in retired],
            by=clerk,
            visitors=leaders,
        )
        relief = Given(Decimal(500), Decimal(200), "米面油一份", Source.RELIEF)
        to_poor = visits.record_many(
            [_festive(one, Occasion.HARDSHIP, relief) for one in poor], by=clerk, visitors=leaders
        )
        visits.record_many([_festive(one, Occasion.DUTY, Given()) for one in on_duty], by=clerk, visitors=leaders)
        _pay_together(to_retired, "2023年春节走访离退休职工", world)
        _pay_together(to_poor, "2023年春节送温暖走访", world)


def _pay_together(made: list[Visit], title: str, world: World) -> None:
    """One request for the round, once everybody has signed."""
    for visit in made:
        visits.sign(visit, by=world.users["clerk"])
    ask_together(made, title, world)
    for visit in made:
        file(visit, world)


def _festive(person: Person, occasion: str, given: Given) -> Call:
    return Call(person, occasion, SPRING, festival=Festival.SPRING, given=given)
