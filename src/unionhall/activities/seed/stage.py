"""What the demo's activities are held with: its members in a steady order, and one activity from plan to file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import cycle, islice
from typing import Any

from unionhall.accounts.models import User
from unionhall.activities import services
from unionhall.activities.models import Activity, Item
from unionhall.demo.world import World
from unionhall.funds.seed import pay_through
from unionhall.funds.subjects import Payee
from unionhall.kernel import clock
from unionhall.kernel.money import to_fen
from unionhall.people.choices import Sex, UnitKind
from unionhall.people.models import Person, Unit

ACTIVE = 1450  # of some 2,100 members, those who ever take part
Teams = Mapping[str, Sequence[Person]]


@dataclass
class Stage:
    """The union's members and who acts for the office; `next` deals members out so that the same few do not do it all."""

    world: World
    people: list[Person]
    by: User
    _deal: Iterator[Person] = field(init=False)

    def __post_init__(self) -> None:
        self._deal = cycle(self.people)

    @classmethod
    def of(cls, world: World) -> "Stage":
        """The stage as of New Year 2023, the members shuffled by the world's own chance."""
        members = (
            Person.objects.members(date(2023, 1, 1)).filter(left_on=None).select_related("unit__parent", "department")
        )
        people = list(members.order_by("staff_no"))
        world.random.shuffle(people)
        return cls(world, people[:ACTIVE], world.users.get("clerk", world.system))

    def next(self, count: int) -> list[Person]:
        """The next members in turn, all different."""
        return list(islice(self._deal, count))

    def women(self, count: int, *, born_after: date = date(1900, 1, 1)) -> list[Person]:
        """Some women, the youngest condition first."""
        found = [
            person
            for person in self.people
            if person.sex == Sex.FEMALE and person.birth_on and person.birth_on > born_after
        ]
        return found[:count]

    def branches(self) -> dict[str, list[Person]]:
        """The members by branch, largest branches first."""
        names = {unit.pk: unit.name for unit in Unit.objects.filter(kind=UnitKind.BRANCH)}
        found: dict[str, list[Person]] = {}
        for person in self.people:
            unit = person.unit
            branch = unit and (names.get(unit.pk) or names.get(unit.parent_id))
            if branch:
                found.setdefault(branch, []).append(person)
        return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


@dataclass
class Sketch:
    """One activity to hold: its facts, who is in which item (a list, or teams), and how it is closed."""

    day: date
    facts: dict[str, Any]
    entries: Mapping[str, Sequence[Person] | Teams]
    summary: str
    cost: Decimal = Decimal(0)
    items: Mapping[str, dict[str, Any]] = field(default_factory=dict)
    partners: Sequence[tuple[str, str, str]] = ()


def plan(stage: Stage, sketch: Sketch) -> Activity:
    """Draft and publish it two weeks before, with its items and partners."""
    facts = {"held_from": sketch.day, "held_to": sketch.day, "budget": sketch.cost} | sketch.facts
    with clock.pinned(sketch.day - timedelta(days=14)):
        activity = services.draft(by=stage.by, **facts)
        for name, about in sketch.items.items():
            services.add_item(activity, by=stage.by, name=name, **about)
        for name, sector, part in sketch.partners:
            services.add_partner(activity, by=stage.by, name=name, sector=sector, part=part)
        services.publish(activity, by=stage.by)
    return activity


def gather(stage: Stage, activity: Activity, sketch: Sketch) -> None:
    """Take the entry lists a week before, and see everybody at the door on the day."""
    came: dict[Any, Person] = {}
    with clock.pinned(sketch.day - timedelta(days=7)):
        for name, people in sketch.entries.items():
            for team, members in people.items() if isinstance(people, Mapping) else [("", people)]:
                services.enter_list(item(activity, name), by=stage.by, people=members, team=team)
                came |= {person.pk: person for person in members}
    with clock.pinned(sketch.day):
        services.check_in_sheet(activity, by=stage.by, people=list(came.values()))


def item(activity: Activity, name: str) -> Item:
    """An item by name; the whole activity for an empty name."""
    return activity.items.get(name=name) if name else activity.items.get(is_whole=True)


def close(stage: Stage, activity: Activity, sketch: Sketch) -> None:
    """Confirm it in the evening, pay for it two days and archive it five days later."""
    with clock.pinned(clock.on(sketch.day, 18)):
        services.hold(activity, by=stage.by)
    if sketch.cost and not stage.world.is_small:
        with clock.pinned(sketch.day + timedelta(days=2)):
            _pay(stage, activity, sketch.cost)
    with clock.pinned(sketch.day + timedelta(days=5)):
        services.finish(activity, by=stage.by, summary=sketch.summary, cost=sketch.cost)


def _pay(stage: Stage, activity: Activity, cost: Decimal) -> None:
    """What it cost goes to the supplier, on the activity's own evidence."""
    payees = [Payee(name="示范文体用品公司", cash=to_fen(cost), text="场地布置、器材和奖品")]
    request = services.ask_funds(activity, by=stage.by, payees=payees, text=f"{activity}的场地、器材和奖品费用。")
    pay_through(request, stage.world)


def held(stage: Stage, sketch: Sketch) -> Activity:
    """The whole way for an activity without prizes."""
    activity = plan(stage, sketch)
    gather(stage, activity, sketch)
    close(stage, activity, sketch)
    return activity
