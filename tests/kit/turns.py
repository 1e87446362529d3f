"""A small tenant model for tests of the figures engine itself: one turn is one person in one item on one day."""

from typing import Any

import pytest
from django.db import connection, models

from unionhall.accounts.tenancy import TenantModel, tenant_manager
from unionhall.figures import registry
from unionhall.figures.kinds import Count, Distinct, Share, Sum
from unionhall.figures.registry import FilterBy
from unionhall.figures.scope import Scope
from unionhall.kernel.money import MoneyField


class TurnQuerySet(models.QuerySet):
    def visible_to(self, user: Any) -> "TurnQuerySet":
        """A reader sees the turns of the person with the reader's staff number; the system sees all."""
        return self if user.is_system else self.filter(person=user.staff_no)


class Turn(TenantModel):
    person = models.CharField(max_length=20, null=True)
    item = models.CharField(max_length=20, default="rope")
    day = models.DateField()
    prizes = models.IntegerField(default=0)
    cost = MoneyField(default=0)

    objects = tenant_manager(TurnQuerySet)

    class Meta:
        app_label = "turns"

    def __str__(self) -> str:
        return f"{self.person} {self.item}"


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
def turns_figures(turns_table, monkeypatch):
    """The test model with its table, and its figures as the only ones of the house."""
    monkeypatch.setattr(registry, "_figures", FIGURES)


@pytest.fixture(scope="session")
def turns_table(django_db_setup, django_db_blocker):
    """The table of the test model, for the whole session."""
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        if Turn._meta.db_table not in connection.introspection.table_names():
            editor.create_model(Turn)
