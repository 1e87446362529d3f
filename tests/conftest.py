"""Fixtures every test may use: two unions that must never see one another, and the first one's scope."""

import os

import pytest

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


def pytest_sessionfinish(session) -> None:
    """A skipped test proves nothing: in CI it fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
