"""Fixtures every test may use: two unions that must never see one another, and the first one's scope."""

import gc
import os

import pytest
from django.db import connection
from django.test import TransactionTestCase

from tests.kit.world import Persona, World, build
from unionhall.accounts.models import Union, User, system_user
from unionhall.accounts.tenancy import in_union


@pytest.fixture
def union(db):
    """示范医院工会, in scope for the test."""
    union = Union.objects.create(code="demo", name="示范医院工会")
    with in_union(union):
        yield union


@pytest.fixture
def other_union(db):
    """A second union whose rows the first must never see."""
    return Union.objects.create(code="other", name="邻院工会")


@pytest.fixture
def system(union) -> User:
    """The named user timers act as."""
    return system_user()


@pytest.fixture
def world(union, other_union) -> World:
    """Both unions with one person of every kind; a module may set its own up under the same name."""
    return build(union, other_union)


@pytest.fixture
def clerk(world) -> User:
    return world.user(Persona.CLERK)


@pytest.fixture
def chair(world) -> User:
    return world.user(Persona.CHAIR)


@pytest.fixture
def accountant(world) -> User:
    return world.user(Persona.ACCOUNTANT)


@pytest.fixture
def cashier(world) -> User:
    return world.user(Persona.CASHIER)


@pytest.fixture
def member(world) -> User:
    return world.user(Persona.MEMBER)


def _emptied(case: TransactionTestCase, empty=TransactionTestCase._fixture_teardown) -> None:
    """SQLite empties tables row by row, which the book refuses: its two guards against deletion rest meanwhile."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'funds_%_stays'")
        guards = cursor.fetchall()
        for name, _sql in guards:
            cursor.execute(f"DROP TRIGGER {name}")
    empty(case)
    with connection.cursor() as cursor:
        for _name, sql in guards:
            cursor.execute(sql)


@pytest.fixture(autouse=True, scope="session")
def emptied_on_sqlite():
    """Tests in real transactions end with an empty database."""
    if connection.vendor == "sqlite":
        TransactionTestCase._fixture_teardown = _emptied


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: a collector that goes through all of it again takes a sixth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish(session) -> None:
    """A skipped test proves nothing: in CI it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
