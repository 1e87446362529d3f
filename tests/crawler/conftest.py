"""The world the crawler walks through: made once for a module, and every test's traces in it undone."""

from collections.abc import Iterator

import pytest

from tests.kit import standing
from tests.kit.world import World, build, furnish
from unionhall.accounts.models import Union
from unionhall.accounts.tenancy import in_union

db, untouched = standing.db, standing.untouched


@pytest.fixture(scope="module")
def world(db) -> Iterator[World]:
    """Everybody in their place, and a record of every kind in both unions."""
    ours = Union.objects.create(code="demo", name="示范医院工会")
    with in_union(ours):
        world = build(ours, Union.objects.create(code="other", name="邻院工会"))
        furnish(world)
        yield world
