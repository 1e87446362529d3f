"""Keys are of their version, never the same, and in the order they were made."""

from datetime import date

from unionhall.kernel import clock
from unionhall.kernel.ids import uuid7


def test_keys_of_one_moment_keep_the_order_they_were_made_in():
    with clock.pinned(date(2023, 1, 25)):
        keys = [uuid7() for _ in range(2000)]
    assert keys == sorted(set(keys))
    assert {(key.version, key.variant) for key in keys} == {(7, "specified in RFC 4122")}


def test_a_later_moment_sorts_behind():
    with clock.pinned(date(2023, 1, 26)):
        later = uuid7()
    with clock.pinned(date(2023, 1, 25)):
        assert uuid7() < later
