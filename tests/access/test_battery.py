"""Every declaration of pages of ours in the kit's battery."""

import pytest
from django.db import transaction

from tests.access.conftest import PASSWORD
from tests.kit import battery
from unionhall.access.views.events import event_pages
from unionhall.access.views.users import user_pages
from unionhall.accounts.models import User
from unionhall.audit import services as audit
from unionhall.audit.models import Event


@pytest.fixture
def accounts(union, administrator, clerk, member):
    colleague = User.objects.create_user(union, "1002", "陆遥", PASSWORD)

    def more(count: int) -> None:
        for number in range(count):
            User.objects.create_user(union, f"6{number:03}", "职工", PASSWORD)

    return battery.World(
        user_pages,
        member,
        administrator,
        colleague,
        more,
        good={"disable": {"reason": "离职"}},
        bad={"disable": {"reason": ""}},
    )


@pytest.fixture
def trail(union, clerk, member):
    def more(count: int) -> Event:
        with transaction.atomic():
            return [
                audit.record("accounts.choose", member, by=clerk, after={"large_type": True})
                for _number in range(count)
            ][-1]

    return battery.World(event_pages, more(1), clerk, member, more)


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_accounts(check, accounts):
    check(accounts)


@pytest.mark.parametrize("check", battery.CHECKS, ids=battery.name_of)
def test_pages_of_the_trail(check, trail):
    check(trail)
