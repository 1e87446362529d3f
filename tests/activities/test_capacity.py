"""The promise: never more people than places, however many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from tests.activities.conftest import DAY
from unionhall.accounts.models import User
from unionhall.accounts.tenancy import in_union
from unionhall.activities import services
from unionhall.activities.flow import EntryState
from unionhall.activities.models import Activity, Attendance, Entry, Item
from unionhall.activities.services import places
from unionhall.kernel import clock

THREADS = 4


def at_once(union, act, arguments):
    """Call `act` for every argument from several threads, each with its own connection; returns the answers."""
    gate = Barrier(THREADS)

    def work(share):
        gate.wait()
        try:
            with in_union(union), clock.pinned(DAY):
                return [act(argument) for argument in share]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        return [answer for share in pool.map(work, [arguments[n::THREADS] for n in range(THREADS)]) for answer in share]


@pytest.mark.django_db(transaction=True)
def test_two_hundred_places_and_two_thousand_contenders_make_exactly_two_hundred(union, meet, rope, clerk):
    services.resize(meet, by=clerk, item=rope, capacity=200)
    answers = at_once(union, lambda _number: places.take(rope), list(range(2000)))
    assert answers.count(True) == 200
    assert Item.objects.get(pk=rope.pk).taken == 200


@pytest.mark.django_db(transaction=True)
def test_whoever_signs_up_beyond_the_places_waits(union, meet, rope, clerk, people):
    services.resize(meet, by=clerk, item=rope, capacity=20)
    users = {person.pk: person.user for person in people(200, accounts=True)}
    item = Item.objects.select_related("activity").get(pk=rope.pk)
    states = at_once(union, lambda pk: services.sign_up(item, by=users[pk]).state, list(users))
    assert (states.count(EntryState.SIGNED_UP), states.count(EntryState.WAITING)) == (20, 180)
    assert Entry.objects.signed_up().count() == Item.objects.get(pk=rope.pk).taken == 20
    assert Attendance.objects.count() == 200


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_at_the_same_moment_is_one_entry(union, rope, people):
    [person] = people(1, accounts=True)
    item = Item.objects.select_related("activity").get(pk=rope.pk)

    def tap(_number):
        return services.sign_up(item, by=User.objects.get(pk=person.user_id), tap="one-form").pk

    assert len(set(at_once(union, tap, list(range(THREADS))))) == 1
    assert Item.objects.get(pk=rope.pk).taken == 1


@pytest.mark.django_db(transaction=True)
def test_without_the_guarded_update_places_would_be_oversold(union, rope):
    """The twin: look first, then write, with all having looked before the first writes."""
    Item.objects.filter(pk=rope.pk).update(capacity=10)
    everybody_has_looked = Barrier(THREADS)

    def look_then_write(_number):
        seen = Item.objects.get(pk=rope.pk)
        everybody_has_looked.wait()
        if seen.taken < seen.capacity:
            Item.objects.filter(pk=rope.pk).update(taken=seen.taken + 1)
            return True
        return False

    answers = at_once(union, look_then_write, list(range(THREADS * 10)))
    assert answers.count(True) > 10


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_beside_a_free_place_when_leaving_and_coming_meet(union, meet, rope, clerk, people):
    services.resize(meet, by=clerk, item=rope, capacity=20)
    crowd = people(60, accounts=True)
    item = Item.objects.select_related("activity").get(pk=rope.pk)

    def come_and_perhaps_go(person):
        entry = services.sign_up(item, by=User.objects.get(pk=person.user_id))
        if crowd.index(person) % 3 == 0:
            entry.refresh_from_db()
            services.withdraw(entry, by=User.objects.get(pk=person.user_id))

    at_once(union, come_and_perhaps_go, crowd)
    left = Item.objects.get(pk=rope.pk)
    assert left.taken == Entry.objects.signed_up().count() == 20
    assert Entry.objects.waiting().count() == 20
    assert Activity.objects.get().state == "open"
