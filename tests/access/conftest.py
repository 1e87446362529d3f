import pytest
from django.test import Client

from unionhall.access.models import ActivationCode
from unionhall.access.services import activation
from unionhall.accounts import roles
from unionhall.accounts.models import User
from unionhall.accounts.roles import Grant, Role

PASSWORD = "lantern-harbour-42"


@pytest.fixture
def member(union) -> User:
    return User.objects.create_user(union, "1001", "沈知远", PASSWORD)


@pytest.fixture
def administrator(union) -> User:
    return User.objects.create_user(union, "9000", "管理员", PASSWORD, is_administrator=True)


@pytest.fixture
def clerk(union, posts) -> User:
    clerk = User.objects.create_user(union, "2001", "陆遥", PASSWORD)
    posts[clerk.pk] = Role.CLERK
    return clerk


@pytest.fixture
def chair(union, posts) -> User:
    chair = User.objects.create_user(union, "3001", "顾明", PASSWORD)
    posts[chair.pk] = Role.CHAIR
    return chair


@pytest.fixture
def posts(monkeypatch):
    """Who holds which post, as `people` would tell it."""
    held = {}
    monkeypatch.setattr(
        roles, "_sources", {lambda user: [Grant(held[user.pk])] if user.pk in held else []: frozenset()}
    )
    return held


@pytest.fixture
def slip(member, administrator):
    """An activation code of the member, in clear."""
    return activation.issue([member], by=administrator)[0]


@pytest.fixture
def sign_in(client):
    """Post the sign-in form; returns the response."""

    def post(staff_no="1001", password=PASSWORD, **fields):
        return client.post("/sign-in/", {"staff_no": staff_no, "password": password, **fields})

    return post


def open_codes(user: User) -> int:
    return ActivationCode.objects.filter(user=user, closed_at=None).count()


@pytest.fixture
def client_of():
    """A browser of its own in which somebody is signed in already."""

    def make(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="unionhall.accounts.backends.AccountBackend")
        return client

    return make
