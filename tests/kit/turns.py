"""Figures over the turns of the tests' turnstile: how the figures engine is proved without a module."""

import pytest
from django.db import models

from tests.kit.turnstile.models import Turn
from unionhall.figures import registry
from unionhall.figures.kinds import Count, Distinct, Share, Sum
from unionhall.figures.registry import FilterBy
from unionhall.figures.scope import Scope

ITEMS = {"rope": "跳绳", "tug": "拔河", "darts": "飞镖"}


def rows(scope: Scope) -> models.QuerySet:
    return scope.narrow(Turn.objects.filter(day__range=(scope.first, scope.last)), item="item")


by_item = {"item": FilterBy("项目", ITEMS.get)}
turns = Count("turns.turns", "参加人次", unit="人次", rows=rows, filters=by_item, definition="期间内每人每项计一次。")
persons = Distinct("turns.persons", "参加人数", unit="人", of=turns, by="person", definition="期间内参加过的人数。")
prizes = Sum("turns.prizes", "发放奖品", unit="个", of="prizes", rows=rows, filters=by_item, definition="发出的件数。")
cost = Sum("turns.cost", "支出", unit="元", of="cost", rows=rows, filters=by_item, definition="期间内的支出。")
everyone = Distinct(
    "turns.everyone",
    "全部人数",
    unit="人",
    of=turns,
    by="person",
    filters={},
    definition="期间内的全部人员，每人计一次。",
)
turnout = Share("turns.turnout", "参与率", part=persons, whole="turns.everyone", definition="参加人数占全部人数。")


# Kept out of the house's own register: only tests that ask for `turns_figures` know these.
FIGURES = {key: registry._figures.pop(key) for key in [*registry._figures] if key.startswith("turns.")}


@pytest.fixture
def turns_figures(monkeypatch):
    """The figures of the test model as the only ones of the house."""
    monkeypatch.setattr(registry, "_figures", FIGURES)
