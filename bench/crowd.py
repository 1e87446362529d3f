"""People and participations in bulk: as many as a target speaks of, made without ceremony."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db import models

from unionhall.accounts.models import Union, User
from unionhall.activities.flow import EntryState, State
from unionhall.activities.kinds import Kind
from unionhall.activities.models import Activity, Entry, Item
from unionhall.people.choices import BodyKind, Employment, How, UnitKind
from unionhall.people.flow import State as Spell
from unionhall.people.models import Body, Department, Membership, Person, Post, Seat, Unit
from unionhall.search import services as search

SINCE = date(2015, 1, 1)
SURNAMES, GIVEN = "王李张刘陈杨赵黄周吴", "伟芳娜敏静丽强磊军洋艳勇杰涛明超秀霞平刚"


def name_of(number: int) -> str:
    """A made-up name."""
    return SURNAMES[number % 10] + GIVEN[number // 10 % 20] + GIVEN[number // 200 % 20]


def write(model: type[models.Model], rows: Iterable[Any], size: int = 2000) -> None:
    """Insert rows in batches, holding one batch at a time."""
    rows = iter(rows)
    while batch := list(islice(rows, size)):
        model._base_manager.bulk_create(batch)


def settle(union: Union, count: int, *, first: int = 0) -> None:
    """`count` members with accounts, forty branches; numbered from `first`, so that a union can grow."""
    root, _ = Unit.objects.get_or_create(kind=UnitKind.UNION, name=union.name)
    branches = [
        Unit.objects.get_or_create(kind=UnitKind.BRANCH, name=f"第{n}分工会", parent=root)[0] for n in range(40)
    ]
    wards = [Department.objects.get_or_create(name=f"第{n}病区", defaults={"unit": branches[n]})[0] for n in range(40)]
    numbers = range(first, first + count)
    users = [
        User(union=union, staff_no=f"{n:06}", username=f"{union.code}-{n:06}", name=name_of(n), password="!")
        for n in numbers
    ]
    write(User, users)
    people = [
        Person(
            staff_no=user.staff_no,
            name=user.name,
            user=user,
            unit=branches[n % 40],
            department=wards[n % 40],
            employment=Employment.ESTABLISHED,
            joined_on=SINCE,
        )
        for n, user in zip(numbers, users, strict=True)
    ]
    write(Person, people)
    write(Membership, (Membership(person=person, state=Spell.APPROVED, joined_on=SINCE) for person in people))
    search.reindex(Person.objects.filter(staff_no__gte=f"{first:06}"))


def clerk(union: Union) -> User:
    """The first member, given a post in the office."""
    person = Person.objects.get(staff_no="000000")
    if not Post.objects.filter(person=person).exists():
        body = Body.objects.create(kind=BodyKind.OFFICE, name="工会办公室")
        seat = Seat.objects.create(body=body, title="干事", role="clerk")
        Post.objects.create(seat=seat, person=person, how=How.HIRING, began_on=SINCE)
    return person.user


def meets(count: int, each: int, *, first: int = 0) -> Iterator[Activity]:
    """`count` held activities of 2023 with `each` entries who came; numbered from `first`."""
    people = list(Person.objects.values_list("pk", flat=True))
    for number in range(first, first + count):
        day = date(2023, 1, 1) + timedelta(days=number % 365)
        activity = Activity.objects.create(
            number=f"HD-{number:05}",
            title=f"第{number}场比赛",
            kind=Kind.CONTEST,
            venue="体育馆",
            held_from=day,
            held_to=day,
            state=State.HELD,
        )
        item = Item.objects.create(activity=activity, name="跳绳")
        chosen = ((number * each + n) % len(people) for n in range(min(each, len(people))))
        write(Entry, (Entry(item=item, person_id=people[n], state=EntryState.CAME) for n in chosen), 5000)
        yield activity
