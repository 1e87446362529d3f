"""What is dear to make, made once for a module; what a test writes into it is undone before the next.

A module takes both by name: `db, untouched = standing.db, standing.untouched`, and makes its world in a fixture of its
own scope upon `db`.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The test database for a whole module: everything is rolled back at its end instead of after each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def untouched(world: object) -> Iterator[None]:
    """What a test writes is gone before the next one looks."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
