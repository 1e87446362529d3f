"""A small world for activities: one branch, people with accounts, and a meet to enter."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from unionhall.accounts.models import User
from unionhall.activities import services
from unionhall.activities.kinds import Kind, Occasion
from unionhall.activities.models import Activity, Item
from unionhall.kernel import clock
from unionhall.people.choices import Employment, Sex
from unionhall.people.flow import State
from unionhall.people.models import Membership, Person

DAY = date(2023, 5, 1)


@pytest.fixture
def on_the_day():
    """The clock stands at nine o'clock on May Day 2023."""
    with clock.pinned(DAY):
        yield DAY


@pytest.fixture
def people(world) -> Callable[..., list[Person]]:
    """`people(5)`: five more members, with accounts when asked."""
    made = 0

    def make(count: int, *, accounts: bool = False, **fields: Any) -> list[Person]:
        nonlocal made
        numbers = range(made, made + count)
        made += count
        users = (
            User.objects.bulk_create(
                [
                    User(union=world.home.union, staff_no=f"9{n:04}", username=f"demo-9{n:04}", name=f"职工{n}")
                    for n in numbers
                ]
            )
            if accounts
            else [None] * count
        )
        known = {
            "unit": world.home.units["branch"],
            "department": world.home.departments["ward"],
            "employment": Employment.ESTABLISHED,
            "sex": Sex.FEMALE,
            "birth_on": date(1990, 1, 1),
        } | fields
        rows = Person.objects.bulk_create(
            [
                Person(staff_no=f"9{n:04}", name=f"职工{n}", user=user, **known)
                for n, user in zip(numbers, users, strict=True)
            ]
        )
        Membership.objects.bulk_create(
            [Membership(person=row, state=State.APPROVED, joined_on=date(2020, 1, 1)) for row in rows]
        )
        return rows

    return make


@pytest.fixture
def make_activity(clerk) -> Callable[..., Activity]:
    """A published activity on May Day; `published=False` leaves it a draft."""

    def make(*, published: bool = True, **facts: Any) -> Activity:
        day = facts.pop("held_from", DAY)
        known = {
            "title": "职工运动会",
            "kind": Kind.SPORTS_MEET,
            "occasion": Occasion.MAY_DAY,
            "venue": "体育馆",
            "held_from": day,
            "held_to": day,
        }
        activity = services.draft(by=clerk, **known | facts)
        if published:
            services.publish(activity, by=clerk)
        return activity

    return make


@pytest.fixture
def meet(make_activity) -> Activity:
    return make_activity()


@pytest.fixture
def rope(meet, clerk) -> Item:
    """One individual item of the meet."""
    return services.add_item(meet, by=clerk, name="跳绳")


@pytest.fixture
def before_the_day():
    """The clock stands a week before May Day."""
    with clock.pinned(DAY - timedelta(days=7)):
        yield
