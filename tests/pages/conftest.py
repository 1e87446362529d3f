"""A tool room: a keeper, a borrower, a stranger, and things lent."""

from datetime import date
from decimal import Decimal

import pytest

from tests.pages.app.models import Loan, Shelf
from unionhall.accounts.models import User


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = "tests.pages.urls"


@pytest.fixture
def keeper(union) -> User:
    return User.objects.create_user(union, "keeper1", "管库")


@pytest.fixture
def borrower(union) -> User:
    return User.objects.create_user(union, "b1", "借用")


@pytest.fixture
def stranger(union) -> User:
    return User.objects.create_user(union, "stranger1", "路人")


@pytest.fixture
def shelf(union) -> Shelf:
    return Shelf.objects.create(name="东墙")


@pytest.fixture
def loan(borrower, shelf) -> Loan:
    return Loan.objects.create(
        number="J0001",
        title="扳手",
        borrower=borrower,
        shelf=shelf,
        wanted_on=date(2023, 5, 1),
        fee=Decimal("1000"),
        phone="013800000000",
        secret="110101199001010012",
    )


@pytest.fixture
def make_loans(borrower, shelf):
    def make(count: int, **fields) -> list[Loan]:
        return Loan.objects.bulk_create(
            [
                Loan(
                    **{"number": f"J{number:05}", "title": f"物品{number}", "borrower": borrower, "shelf": shelf}
                    | fields
                )
                for number in range(1, count + 1)
            ]
        )

    return make


@pytest.fixture
def at_desk(client, keeper):
    client.force_login(keeper)
    return client
