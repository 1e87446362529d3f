import pytest

from unionhall.accounts.models import User
from unionhall.jobs import registry


@pytest.fixture
def clerk(union) -> User:
    return User.objects.create_user(union, "1001", "沈知远")


@pytest.fixture
def job_of(monkeypatch):
    """Register a function as a job for one test only."""

    def add(work, key="test.work", label="试办"):
        monkeypatch.setitem(registry._jobs, key, registry.Spec(key, label, work))
        return key

    return add
