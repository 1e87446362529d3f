"""How a module says one thing it knows: text with readings in it, filed under a topic of the report's outlines.

    @sentences(topic="culture", keys=["activities.entries"])
    def meets(scope):
        for meet in selectors.meets(scope):
            yield Sentence(meet.held_on, _("{on}举办{name}，{entries}参加。"), on=meet.held_on, name=meet.title,
                           entries=entries(scope.of(activity=meet)))

The text stores the readings' tokens, never their numbers. A sentence with an empty reading is not said.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unionhall.figures.readings import Reading
from unionhall.figures.scope import Scope
from unionhall.figures.tokens import harmless


class Topic(models.TextChoices):
    """What a record is about, and so where a report speaks of it: filed by what it is, never by a heading."""

    ORGANISATION = "organisation", _("组织建设")
    CONGRESS = "congress", _("职工代表大会")
    PROPOSALS = "proposals", _("提案办理")
    DISCLOSURE = "disclosure", _("院务公开")
    CONTRACT = "contract", _("集体协商与集体合同")
    RIGHTS = "rights", _("维权服务")
    HEALTH = "health", _("身心健康")
    CARE = "care", _("走访慰问与帮扶")
    WELFARE = "welfare", _("职工福利")
    CULTURE = "culture", _("文体活动")
    WOMEN = "women", _("女职工工作")
    CLUBS = "clubs", _("职工社团")
    TRAINING = "training", _("培训与技能")
    HOME = "home", _("职工之家建设")
    HONOURS = "honours", _("评优评先")
    VENUES = "venues", _("活动场地")
    FUNDS = "funds", _("经费收支")
    LIAISON = "liaison", _("沟通联络")
    STUDY = "study", _("学习调研")
    CONDUCT = "conduct", _("作风建设")
    INTEGRITY = "integrity", _("廉洁自律")
    PROBLEMS = "problems", _("问题与不足")
    PLAN = "plan", _("下步打算")


class Sentence:
    """One thing that happened, on a day, in words with named slots: readings, days and names."""

    def __init__(self, day: date, words: str | Promise, **slots: Any) -> None:
        self.day, self.words, self.slots = day, words, slots

    @property
    def readings(self) -> list[Reading]:
        """The figures it rests on."""
        return [slot for slot in self.slots.values() if isinstance(slot, Reading)]

    @property
    def is_sayable(self) -> bool:
        """Whether every figure in it has something to show."""
        return all(self.readings)

    @property
    def text(self) -> str:
        """The sentence with tokens for its figures; a name from a record cannot open a token."""
        return self._with(lambda reading: str(reading.token))

    @property
    def spoken(self) -> str:
        """The sentence with its numbers, as it reads now."""
        return self._with(lambda reading: reading.say())

    def _with(self, figure: Callable[[Reading], str]) -> str:
        return str(self.words).format(
            **{
                name: figure(value) if isinstance(value, Reading) else _slot(value)
                for name, value in self.slots.items()
            }
        )


def _slot(value: Any) -> str:
    if isinstance(value, date):
        return f"{value.month}月{value.day}日"
    return harmless(value)


Source = Callable[[Scope], Iterator[Sentence]]


@dataclass(frozen=True)
class Teller:
    """A module's sentences on a topic, and the keys of the figures they use."""

    topic: str
    source: Source
    keys: tuple[str, ...]


_tellers: list[Teller] = []


def sentences(topic: str, keys: list[str] | tuple[str, ...] = ()) -> Callable[[Source], Source]:
    """Register a function that yields sentences on a topic for a scope; raises ValueError for a topic that is none."""
    filed_under = Topic(topic).value

    def register(source: Source) -> Source:
        _tellers.append(Teller(filed_under, source, tuple(keys)))
        return source

    return register


def tellers(topic: str) -> list[Teller]:
    """Who has something to say on a topic."""
    return [teller for teller in _tellers if teller.topic == topic]


def said(topic: str, scope: Scope) -> list[Sentence]:
    """All that can be said on a topic in a scope, by day; empty when nothing was recorded."""
    heard = [sentence for teller in tellers(topic) for sentence in teller.source(scope) if sentence.is_sayable]
    return sorted(heard, key=lambda sentence: sentence.day)
