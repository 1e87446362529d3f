"""SQL kept from one request to the next answers each as if it were written anew."""

from datetime import date

import pytest

from unionhall.accounts.asked import Lookup, Question
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import OutsideUnion, in_union
from unionhall.kernel import clock
from unionhall.kernel.ids import uuid7
from unionhall.people.models import Department, Person, Unit

named = Question(lambda user, day: Person.objects.filter(user=user).order_by().values_list("name"))
person = Lookup(
    lambda user, day: Person.objects.select_related("department", "unit__parent").filter(user=user).order_by()
)
account = Lookup(lambda user, day: User.objects.select_related("union").filter(pk=user))


@pytest.fixture
def settled(union, other_union) -> list[User]:
    """Three people, the last one next door; the first in a group of a branch."""
    users = [
        User.objects.create_user(where, "1001", name) for where, name in [(union, "沈知远"), (other_union, "顾思")]
    ]
    users.insert(1, User.objects.create_user(union, "1002", "陆平"))
    branch = Unit.objects.create(kind="branch", name="内科分工会")
    group = Unit.objects.create(kind="group", name="一组", parent=branch)
    ward = Department.objects.create(name="心内科", unit=branch)
    kept = {"unit": group, "department": ward, "id_number": "110101199001010015", "birth_on": date(1990, 1, 1)}
    Person.objects.create(staff_no="1001", name="沈知远", user=users[0], **kept)
    Person.objects.create(staff_no="1002", name="陆平", user=users[1])
    with in_union(other_union):
        Person.objects.create(staff_no="1001", name="顾思", user=users[2])
    return users


def test_each_hears_about_themselves_in_their_own_union(settled, other_union):
    assert [named.about(user.pk) for user in settled] == [[("沈知远",)], [("陆平",)], []]
    with in_union(other_union):
        assert [named.about(user.pk) for user in settled] == [[], [], [("顾思",)]]
    assert named.about(settled[1].pk) == [("陆平",)]


def test_outside_a_union_nothing_kept_is_answered(settled):
    assert person.first(settled[0].pk)
    with in_union(None), pytest.raises(OutsideUnion):
        person.first(settled[0].pk)


def test_the_day_is_that_of_the_question(settled):
    asked: list[date] = []
    today = Question(lambda user, day: asked.append(day) or Person.objects.filter(birth_on=day).values_list("name"))
    for day, found in ((date(1990, 1, 1), [("沈知远",)]), (date(1990, 1, 2), [])):
        with clock.pinned(day):
            assert [today.about(user.pk) for user in settled] == [found] * 3
    assert len(asked) == 2


@pytest.mark.parametrize("number", [0, 1])
def test_a_record_is_the_one_the_database_would_give(settled, number, django_assert_num_queries):
    for _twice in range(2):
        with django_assert_num_queries(1):
            found = person.first(settled[number].pk)
    asked = Person.objects.get(user=settled[number])
    fields = [field.attname for field in Person._meta.concrete_fields]
    assert [getattr(found, name) for name in fields] == [getattr(asked, name) for name in fields]
    assert not found._state.adding
    with django_assert_num_queries(0):
        around = found.department, found.unit, found.unit and found.unit.parent
    assert around == (asked.department, asked.unit, asked.unit and asked.unit.parent)


def test_an_account_comes_with_its_union(settled, other_union, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert [account.first(user.pk).union.name for user in settled[1:]] == ["示范医院工会", "邻院工会"]
    assert account.first(uuid7()) is None


def test_what_was_changed_is_read_anew(settled):
    assert account.first(settled[0].pk).is_active
    User.objects.filter(pk=settled[0].pk).update(is_active=False)
    assert not account.first(settled[0].pk).is_active
