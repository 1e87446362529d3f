"""One visit as it is written down."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from unionhall.care.kinds.words import Relation
from unionhall.care.models import LifeEvent, VisitTask
from unionhall.care.selectors.caps import Wish
from unionhall.people.models import Person


@dataclass(frozen=True)
class Given:
    """What was brought: cash and value of goods apart, and out of whose money; empty for a visit with empty hands."""

    cash: Decimal = Decimal(0)
    goods: Decimal = Decimal(0)
    goods_text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Heard:
    """What was learned and asked on a visit, and whether a picture may be kept."""

    learned: str = ""
    asked: str = ""
    photo_consent: bool = False


@dataclass(frozen=True)
class Call:
    """One visit as it is written down: to whom, why, when, and what it rests on."""

    person: Person
    occasion: str
    visited_on: date
    task: VisitTask | None = None
    event: LifeEvent | None = None
    festival: str = ""
    relation: str = Relation.SELF
    place: str = ""
    given: Given = field(default_factory=Given)
    heard: Heard = field(default_factory=Heard)

    @property
    def pays(self) -> bool:
        """Whether anything was brought."""
        return bool(self.given.cash or self.given.goods)

    @property
    def wish(self) -> Wish:
        """What it gives, as the standards judge it: on the day of the event where there is one."""
        known = self.event or self.task
        return Wish(
            person=self.person,
            occasion=self.occasion,
            on=known.happened_on if known else self.visited_on,
            source=self.given.source,
            cash=self.given.cash,
            goods=self.given.goods,
            festival=self.festival,
            relation=self.relation,
            event=self.event,
        )


def call_for(task: VisitTask, visited_on: date, **what: Any) -> Call:
    """The visit that fulfils a task: person, occasion and relation are known from it."""
    relation = task.event.relation if task.event else Relation.SELF
    return Call(task.person, task.occasion, visited_on, task=task, event=task.event, relation=relation, **what)
