"""The world the crawler walks through: made once for a module, and every test's traces in it undone."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.kit.world import World, build, furnish
from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The test database for a whole module: everything is rolled back at its end instead of after each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def world(db) -> Iterator[World]:
    """Everybody in their place, and a record of every kind in both unions."""
    ours = Union.objects.create(code="demo", name="示范医院工会")
    with in_union(ours):
        world = build(ours, Union.objects.create(code="other", name="邻院工会"))
        furnish(world)
        yield world


@pytest.fixture(autouse=True)
def untouched(world: World) -> Iterator[None]:
    """What a test writes is gone before the next one looks."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
