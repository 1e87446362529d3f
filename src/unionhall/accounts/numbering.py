"""Business numbers, given out one by one without gaps inside a transaction; never MAX()+1."""

from django.db import transaction
from django.db.models import F

from unionhall.accounts.models import Counter


def next_number(key: str) -> int:
    """The next serial number under `key` in the union in scope, from 1; must run inside a transaction."""
    return next_numbers(key, 1)[0]


def of_year(prefix: str, key: str, year: int, *, digits: int = 3) -> str:
    """`JZ-2023-001`: the next number under `key` in a year, each year from 1; must run inside a transaction."""
    return f"{prefix}-{year}-{next_number(f'{key}:{year}'):0{digits}d}"


def next_numbers(key: str, count: int) -> range:
    """The next `count` serial numbers under `key`, for a batch; must run inside a transaction.

    The UPDATE locks the counter row on PostgreSQL and the database on SQLite, so two callers never get one number.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a number is given out only together with the record that bears it")
    counter = Counter.objects.filter(key=key)
    if not counter.update(last=F("last") + count):
        Counter.objects.get_or_create(key=key)
        counter.update(last=F("last") + count)
    last = counter.get().last
    return range(last - count + 1, last + 1)
